import { join } from 'node:path'
import { listNames } from '../../../base/node/hashed-files.ts'
import { PICTURE_FORMS, PICTURE_TYPES, type PictureType } from '../../../base/picture-type.ts'
import { isPhotoId } from '../schemas.ts'

/** The pictures that are kept to be shown, and how wide each is at most, in pixels. */
export const PREVIEW_WIDTHS = { small: 320, page: 1280 } as const
export type PreviewSize = keyof typeof PREVIEW_WIDTHS

/** Where photos lie in a library. Ids and digests are given checked only. */
export interface PhotoLayout {
  readonly folder: string
  readonly original: (id: string, type: PictureType) => string
  readonly record: (id: string) => string
  /** Copies that are to leave or have left, by their own digests. */
  readonly copies: string
  readonly copy: (sha256: string) => string
  /** Derived from the originals: deleted and made anew at will. */
  readonly previews: string
  readonly preview: (id: string, size: PreviewSize) => string
  readonly remembered: string
}

/** Names the places of a library's photos. */
export function getPhotoLayout(library: string): PhotoLayout {
  const folder = join(library, 'photos')
  const copies = join(folder, 'copies')
  const previews = join(library, 'index', 'previews')
  return {
    folder,
    original: (id, type) => join(folder, `${id}.${PICTURE_FORMS[type].extension}`),
    record: (id) => join(folder, `${id}.json`),
    copies,
    copy: (sha256) => join(copies, `${sha256}.jpg`),
    previews,
    preview: (id, size) => join(previews, `${id}-${size}.jpg`),
    remembered: join(folder, 'remembered.json'),
  }
}

/** What the folder of photos holds: the originals by their ids, and the ids of which something is known. */
export interface PhotoNames {
  readonly originals: ReadonlyMap<string, PictureType>
  readonly records: readonly string[]
}

/** Reads the names in the folder of photos; nothing else that lies there is looked at. */
export async function listPhotoNames({ folder }: PhotoLayout): Promise<PhotoNames> {
  const originals = new Map<string, PictureType>()
  const records: string[] = []
  for (const name of await listNames(folder)) {
    const [id = '', extension = '', ...more] = name.split('.')
    if (!isPhotoId(id) || more.length > 0) continue
    const type = PICTURE_TYPES.find((each) => PICTURE_FORMS[each].extension === extension)
    if (type !== undefined) originals.set(id, type)
    if (extension === 'json') records.push(id)
  }
  return { originals, records }
}
