import { join } from 'node:path'
import { z } from 'zod'
import { RedaksiError } from '../../../base/errors.ts'
import { makeFolderDurably } from '../../../base/node/durable-write.ts'
import { createJsonFile } from '../../../base/node/json-file.ts'
import type { PublishErrorCode } from '../contract.ts'

/**
 * The secrets of targets. They are kept in the user's own configuration folder, in a file that only its owner reads,
 * never in the library, which is copied and shared, and never in a log or an error.
 */
export interface SecretStore {
  get(libraryId: string, target: string): Promise<string | null>
  /** Fails with `publish.secret-malformed`, which does not repeat it. */
  set(libraryId: string, target: string, secret: string): Promise<void>
  remove(libraryId: string, target: string): Promise<void>
}

const secretsSchema = z.strictObject({
  schema: z.literal(1),
  /** By library, then by target. */
  secrets: z.record(z.string(), z.record(z.string(), z.string())),
})

/** Opens the secrets of this user (`secrets.json`, mode 0600). */
export function createSecretStore(configFolder: string): SecretStore {
  const file = createJsonFile({
    path: join(configFolder, 'secrets.json'),
    parse: (value) => secretsSchema.parse(value),
  })
  const readOf = async (libraryId: string) => {
    const all = new Map(Object.entries((await file.read())?.secrets ?? {}))
    return { all, mine: new Map(Object.entries(all.get(libraryId) ?? {})) }
  }
  const write = async (all: Map<string, Record<string, string>>): Promise<void> => {
    await makeFolderDurably(configFolder)
    await file.write({ schema: 1, secrets: Object.fromEntries(all) })
  }
  return {
    get: async (libraryId, target) => (await readOf(libraryId)).mine.get(target) ?? null,
    async set(libraryId, target, secret) {
      if (!isSendable(secret))
        throw new RedaksiError<PublishErrorCode>('publish.secret-malformed', { target })
      const { all, mine } = await readOf(libraryId)
      await write(all.set(libraryId, Object.fromEntries(mine.set(target, secret))))
    },
    async remove(libraryId, target) {
      const { all, mine } = await readOf(libraryId)
      if (mine.delete(target)) await write(all.set(libraryId, Object.fromEntries(mine)))
    },
  }
}

/** Whether a secret can stand in a header: printable ASCII, as keys and application passwords are. */
export function isSendable(secret: string): boolean {
  return /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(secret)
}
