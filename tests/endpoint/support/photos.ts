import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { openPhotoShelf, type PhotoShelf } from '../../../src/endpoint/index.ts'
import type { NinjsPhoto } from '../../../src/newsroom/formats/index.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

/** A shelf in a folder that is gone once the test has finished. */
export async function aPhotoShelf(): Promise<PhotoShelf> {
  return openPhotoShelf(join(await makeTemporaryFolder(), 'photos'))
}

/** A photo as an article names it. */
export function aPhoto(sha256: string, over: Partial<NinjsPhoto> = {}): NinjsPhoto {
  return {
    name: 'photo-1',
    uri: `urn:sha256:${sha256}`,
    type: 'picture',
    descriptions: [
      { role: 'caption', value: 'Pelajar di aula.' },
      { role: 'alt', value: 'Dua puluh "pelajar" duduk' },
    ],
    by: 'awh/KPU Kota Tirtasari',
    ...over,
  }
}

/** The SHA-256 of bytes, in hex. */
export function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex')
}
