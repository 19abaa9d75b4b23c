import { RedaksiError } from '../../../base/errors.ts'
import { FileImports } from '../../../base/ui/file-imports.ts'
import type { AppClient } from '../../../bridge/index.ts'
import type { PhotoRecord } from '../photo.ts'

/** Puts bytes where the services take them from, under their SHA-256. Fails with a RedaksiError. */
export type PutBlob = (sha256: string, bytes: Blob) => Promise<unknown>

/** The largest file that is handed in, in bytes. */
const LARGEST = 128 * 1024 * 1024

/** Takes photos in, one after the other. */
export class PhotoImports extends FileImports<PhotoRecord> {
  constructor(client: AppClient, putBlob: PutBlob) {
    super({
      refuse: ({ size }) =>
        size > LARGEST ? new RedaksiError('bridge.blob-too-large', { limit: LARGEST }) : null,
      put: putBlob,
      take: (id) => client.photos.import({ id }),
      cancel: (id) => client.photos.cancel({ id }),
    })
    client.on('photos.progress', ({ id, done, total }) => this.note(id, done, total))
  }
}
