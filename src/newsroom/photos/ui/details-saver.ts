import type { AppClient } from '../../../bridge/index.ts'
import type { PhotoDetails } from '../photo.ts'

/** Saves what is typed of a photo, the newest of it: while one save is out, only the last of those after it waits. */
export class DetailsSaver {
  readonly #client: AppClient
  readonly #id: string
  readonly #onFailure: (error: unknown) => void
  #waiting: PhotoDetails | null = null
  #isRunning = false

  constructor(client: AppClient, id: string, onFailure: (error: unknown) => void) {
    this.#client = client
    this.#id = id
    this.#onFailure = onFailure
  }

  save(details: PhotoDetails): void {
    this.#waiting = details
    if (!this.#isRunning) void this.#run()
  }

  async #run(): Promise<void> {
    this.#isRunning = true
    try {
      for (let details = this.#waiting; details !== null; details = this.#waiting) {
        this.#waiting = null
        await this.#client.photos.update({ id: this.#id, details })
      }
    } catch (error) {
      this.#onFailure(error)
    } finally {
      this.#isRunning = false
    }
  }
}
