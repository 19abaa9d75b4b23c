import { z } from 'zod'
import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import { createJsonFile, type JsonFile } from '../../../base/node/json-file.ts'
import type { PhotosErrorCode } from '../contract.ts'
import type { PhotoRecord, RememberedDetails } from '../photo.ts'
import { parsePhotoRecord } from '../schemas.ts'
import type { PhotoLayout } from './photo-layout.ts'

/** What is known of each photo, one small file each, the generation before beside it. */
export interface PhotoRecords {
  /** Null when nothing is known of it. Fails with `base.file-damaged` or `base.read-failed`. */
  read(id: string): Promise<PhotoRecord | null>
  /** Fails with `photos.not-found` {id}. */
  require(id: string): Promise<PhotoRecord>
  write(record: PhotoRecord): Promise<void>
  /** What was said of the photo before, for the next one. */
  recall(): Promise<RememberedDetails>
  remember(details: RememberedDetails): Promise<void>
}

const rememberedSchema = z.strictObject({ credit: z.string(), rights: z.string() })

/** Opens the records; nothing is read yet. */
export function openPhotoRecords(layout: PhotoLayout): PhotoRecords {
  const open = (id: string): JsonFile<PhotoRecord> =>
    createJsonFile({ path: layout.record(id), parse: parsePhotoRecord, keepPrevious: true })
  const remembered = createJsonFile<RememberedDetails>({
    path: layout.remembered,
    parse: (value) => rememberedSchema.parse(value),
  })
  const read = (id: string) => open(id).read()
  return {
    read,
    async require(id) {
      const record = await read(id)
      if (record === null) throw new RedaksiError<PhotosErrorCode>('photos.not-found', { id })
      return record
    },
    write: (record) => open(record.id).write(record),
    async recall() {
      // It only saves typing: a damaged one is as good as none, and the doctor need not know.
      const known = await remembered.read().catch((error: unknown) => {
        if (isRedaksiError(error, 'base.file-damaged')) return null
        throw error
      })
      return known ?? { credit: '', rights: '' }
    },
    remember: ({ credit, rights }) => remembered.write({ credit, rights }),
  }
}
