import { join } from 'node:path'
import { isRedaksiError } from '../../../base/errors.ts'
import { digestFile, inspectHashedFiles, listNames } from '../../../base/node/hashed-files.ts'
import type { PhotosProblem, PhotosProblemCode } from '../problem.ts'
import { getPhotoLayout, listPhotoNames, type PhotoLayout } from './photo-layout.ts'
import { openPhotoRecords } from './photo-records.ts'

/**
 * Looks over the photos of a library and changes nothing: every original and every copy against the digest that it is
 * named by, and what is known of each. Fails with `base.read-failed`.
 */
export async function inspectPhotos(library: string): Promise<readonly PhotosProblem[]> {
  const layout = getPhotoLayout(library)
  const { originals, records } = await listPhotoNames(layout)
  const found = await inspectHashedFiles({
    originals: new Map([...originals].map(([id, type]) => [id, layout.original(id, type)])),
    records: new Map(records.map((id) => [id, layout.record(id)])),
    isRecordGood: (id) => isRecordGood(layout, id),
  })
  const problems = found.map(({ fault, path }) => describe(`photos.${fault}`, path))
  for (const name of await listNames(layout.copies)) {
    const path = join(layout.copies, name)
    const [, sha256] = /^([0-9a-f]{64})\.jpg$/.exec(name) ?? []
    if (sha256 !== undefined && (await digestFile(path)) !== sha256)
      problems.push(describe('photos.copy-changed', path))
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

function describe(code: PhotosProblemCode, path: string): PhotosProblem {
  return { code, path, detail: null }
}
