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
  /** Fails with `publish.secret-unavailable` when it was sealed by a vault that this program does not have. */
  get(libraryId: string, target: string): Promise<string | null>
  /** Fails with `publish.secret-malformed`, which does not repeat it, or `publish.secret-refused`. */
  set(libraryId: string, target: string, secret: string): Promise<void>
  remove(libraryId: string, target: string): Promise<void>
}

/** The operating system's own way to lock a secret to its user. */
export interface SecretVault {
  /**
   * How a secret is to be kept: `sealed` by the vault; `plain`, as there is no vault and the person has accepted that
   * the file is all that protects it; or not at all.
   */
  choose(): Promise<'sealed' | 'plain' | 'refused'>
  /** Resolves to base64. */
  seal(secret: string): Promise<string>
  /** Rejects when it was sealed elsewhere, or the vault stays closed. */
  unseal(sealed: string): Promise<string>
}

const byTarget = z.record(z.string(), z.record(z.string(), z.string()))
const secretsSchema = z.strictObject({
  schema: z.literal(1),
  /** By library, then by target. */
  secrets: byTarget,
  /** The same, for those that a vault sealed. */
  sealed: byTarget.optional(),
})

type Kept = z.infer<typeof byTarget>

/**
 * Opens the secrets of this user (`secrets.json`, mode 0600). Without a vault they are kept as they are, and those that
 * a vault has sealed stay in the file, closed.
 */
export function createSecretStore(configFolder: string, vault: SecretVault | null = null): SecretStore {
  const file = createJsonFile({
    path: join(configFolder, 'secrets.json'),
    parse: (value) => secretsSchema.parse(value),
  })
  const read = async () => {
    const { secrets = {}, sealed = {} } = (await file.read()) ?? {}
    return { secrets, sealed }
  }
  const write = async (secrets: Kept, sealed: Kept): Promise<void> => {
    await makeFolderDurably(configFolder)
    const isAnySealed = Object.keys(sealed).length > 0
    await file.write({ schema: 1, secrets, ...(isAnySealed ? { sealed } : {}) })
  }
  return {
    async get(libraryId, target) {
      const { secrets, sealed } = await read()
      const closed = find(sealed, libraryId, target)
      return closed === null ? find(secrets, libraryId, target) : unseal(vault, closed, target)
    },
    async set(libraryId, target, secret) {
      if (!isSendable(secret))
        throw new RedaksiError<PublishErrorCode>('publish.secret-malformed', { target })
      const way = vault === null ? 'plain' : await vault.choose()
      if (way === 'refused') throw new RedaksiError<PublishErrorCode>('publish.secret-refused', { target })
      const closed = vault !== null && way === 'sealed' ? await vault.seal(secret) : null
      const { secrets, sealed } = await read()
      const bare = without(secrets, libraryId, target)
      const shut = without(sealed, libraryId, target)
      if (closed === null) await write(withOne(bare, libraryId, target, secret), shut)
      else await write(bare, withOne(shut, libraryId, target, closed))
    },
    async remove(libraryId, target) {
      const { secrets, sealed } = await read()
      const isKept = find(secrets, libraryId, target) ?? find(sealed, libraryId, target)
      if (isKept === null) return
      await write(without(secrets, libraryId, target), without(sealed, libraryId, target))
    },
  }
}

async function unseal(vault: SecretVault | null, sealed: string, target: string): Promise<string> {
  if (vault === null) throw new RedaksiError<PublishErrorCode>('publish.secret-unavailable', { target })
  try {
    return await vault.unseal(sealed)
  } catch (cause) {
    throw new RedaksiError<PublishErrorCode>('publish.secret-unavailable', { target }, cause)
  }
}

/** Names are people's own: a map, so that `constructor` is one like any other. */
function find(kept: Kept, libraryId: string, target: string): string | null {
  const mine = new Map(Object.entries(kept)).get(libraryId)
  return mine === undefined ? null : (new Map(Object.entries(mine)).get(target) ?? null)
}

function withOne(kept: Kept, libraryId: string, target: string, text: string): Kept {
  const all = new Map(Object.entries(kept))
  const mine = new Map(Object.entries(all.get(libraryId) ?? {})).set(target, text)
  return Object.fromEntries(all.set(libraryId, Object.fromEntries(mine)))
}

function without(kept: Kept, libraryId: string, target: string): Kept {
  const all = new Map(Object.entries(kept))
  const mine = new Map(Object.entries(all.get(libraryId) ?? {}))
  mine.delete(target)
  if (mine.size === 0) all.delete(libraryId)
  else all.set(libraryId, Object.fromEntries(mine))
  return Object.fromEntries(all)
}

/** Whether a secret can stand in a header: printable ASCII, as keys and application passwords are. */
export function isSendable(secret: string): boolean {
  return /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(secret)
}
