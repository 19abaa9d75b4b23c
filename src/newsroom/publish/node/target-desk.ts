import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import type { PublishErrorCode } from '../contract.ts'
import type { Target, TargetAdapter } from '../target.ts'
import type { Publisher } from './publisher.ts'
import type { SecretStore } from './secrets.ts'
import { createTarget, openTargetFile, requireTarget, type TargetRequest } from './targets.ts'

/** The publishing targets of a library, as the people who keep them see them. */
export interface TargetDesk {
  list(): Promise<readonly Target[]>
  /**
   * Adds a target, and keeps its secret when one is given. Fails with `publish.target-exists`,
   * `publish.target-name-invalid`, `publish.target-type-unknown`, `publish.target-address-invalid` or
   * `publish.secret-malformed`; then nothing is kept.
   */
  add(request: TargetRequest, secret: string | null): Promise<Target>
  /** Notes that a target answers at another address now. Fails with `publish.target-unknown`. */
  move(name: string, url: string): Promise<void>
  /**
   * Asks whether the target answers and takes our credentials. Fails as the port of targets does, and
   * with `publish.target-unrecognised` {detail} when what answers is no such target.
   */
  test(name: string): Promise<void>
  /** Removes a target and its secret. Fails with `publish.target-unknown`, or `publish.target-in-use` {entries}. */
  remove(name: string): Promise<void>
}

export interface TargetDeskOptions {
  readonly folder: string
  readonly libraryId: string
  readonly secrets: SecretStore
  readonly adapters: (target: Target) => TargetAdapter
  readonly publisher: Pick<Publisher, 'entries'>
}

/** Opens the targets of a library. */
export function createTargetDesk(options: TargetDeskOptions): TargetDesk {
  const { folder, libraryId, secrets, adapters, publisher } = options
  const file = openTargetFile(folder)
  return {
    list: file.list,
    async add(request, secret) {
      const target = createTarget(request)
      const isTaken = (await file.list()).some((each) => each.name === target.name)
      if (isTaken) throw new RedaksiError<PublishErrorCode>('publish.target-exists', { name: target.name })
      // The secret first: a target without its secret would pause at once, a secret without a target harms nobody.
      if (secret !== null) await secrets.set(libraryId, target.name, secret)
      await file.add(target)
      return target
    },
    async move(name, url) {
      const target = requireTarget(await file.list(), name)
      const moved = createTarget({ ...target, url })
      if (moved.url !== target.url) await file.replace(moved)
    },
    async test(name) {
      try {
        await adapters(requireTarget(await file.list(), name)).test()
      } catch (error) {
        if (!isRedaksiError(error, 'publish.outcome-unknown')) throw error
        const { detail = '' } = error.details
        throw new RedaksiError<PublishErrorCode>('publish.target-unrecognised', { name, detail }, error)
      }
    },
    async remove(name) {
      requireTarget(await file.list(), name)
      const waiting = (await publisher.entries()).filter((entry) => entry.target === name).length
      if (waiting > 0)
        throw new RedaksiError<PublishErrorCode>('publish.target-in-use', { name, entries: waiting })
      await file.remove(name)
      await secrets.remove(libraryId, name)
    },
  }
}
