import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { isRedaksiError } from '../../../base/errors.ts'
import { readSystemCode, toReadError } from '../../../base/node/failures.ts'
import type { PhotosProblem, PhotosProblemCode } from '../problem.ts'
import { getPhotoLayout, listNames, listPhotoNames, type PhotoLayout } from './photo-layout.ts'
import { openPhotoRecords } from './photo-records.ts'

/**
 * Looks over the photos of a library and changes nothing: every original and every copy against the digest that it is
 * named by, and what is known of each. Fails with `base.read-failed`.
 */
export async function inspectPhotos(library: string): Promise<readonly PhotosProblem[]> {
  const layout = getPhotoLayout(library)
  const { originals, records } = await listPhotoNames(layout)
  const problems: PhotosProblem[] = []
  const note = (code: PhotosProblemCode, path: string) => void problems.push({ code, path, detail: null })
  for (const [id, type] of originals) {
    const path = layout.original(id, type)
    if ((await digestFile(path)) !== id) note('photos.original-changed', path)
    if (!records.includes(id)) note('photos.record-missing', path)
  }
  for (const id of records) {
    if (!originals.has(id)) note('photos.original-missing', layout.record(id))
    if (!(await isRecordGood(layout, id))) note('photos.record-damaged', layout.record(id))
  }
  for (const name of await listNames(layout.copies)) {
    const path = join(layout.copies, name)
    const [, sha256] = /^([0-9a-f]{64})\.jpg$/.exec(name) ?? []
    if (sha256 !== undefined && (await digestFile(path)) !== sha256) note('photos.copy-changed', path)
  }
  return problems
}

async function isRecordGood(layout: PhotoLayout, id: string): Promise<boolean> {
  try {
    const record = await openPhotoRecords(layout).read(id)
    return record === null || record.id === id
  } catch (error) {
    if (isRedaksiError(error, 'base.file-damaged')) return false
    throw error
  }
}

/** The digest of a file, read in pieces: an original may be as large as memory. Null when it is gone meanwhile. */
async function digestFile(path: string): Promise<string | null> {
  const hash = createHash('sha256')
  try {
    for await (const chunk of createReadStream(path)) hash.update(chunk)
    return hash.digest('hex')
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT') return null
    throw toReadError(path, error)
  }
}
