import { isAbsolute, join } from 'node:path'
import { RedaksiError } from '../../../base/errors.ts'
import { createJsonFile } from '../../../base/node/json-file.ts'
import type { PublishErrorCode } from '../contract.ts'
import { isTargetType, parseTargetList, type Target, type TargetType } from '../target.ts'

/** A target as it is asked for: its kind is not yet known to be one of ours. */
export interface TargetRequest {
  readonly name: string
  readonly type: string
  readonly url: string
  readonly secretEnv: string | null
}

/** The list of targets, as the library's `targets.json` keeps it. */
export interface TargetFile {
  list(): Promise<readonly Target[]>
  add(target: Target): Promise<void>
  /** Puts a target in the place of the one with its name. */
  replace(target: Target): Promise<void>
  remove(name: string): Promise<void>
}

/** Opens the targets of a library. */
export function openTargetFile(libraryFolder: string): TargetFile {
  const file = createJsonFile({ path: join(libraryFolder, 'targets.json'), parse: parseTargetList })
  const list = async (): Promise<readonly Target[]> => (await file.read())?.targets ?? []
  return {
    list,
    replace: async (target) =>
      file.write({
        schema: 1,
        targets: (await list()).map((each) => (each.name === target.name ? target : each)),
      }),
    add: async (target) => file.write({ schema: 1, targets: [...(await list()), target] }),
    remove: async (name) =>
      file.write({ schema: 1, targets: (await list()).filter((each) => each.name !== name) }),
  }
}

/** The target of a name. Fails with `publish.target-unknown`. */
export function requireTarget(targets: readonly Target[], name: string): Target {
  const target = targets.find((each) => each.name === name)
  if (target !== undefined) return target
  const known = targets.map((each) => each.name).join(', ')
  throw new RedaksiError<PublishErrorCode>('publish.target-unknown', { name, known })
}

/**
 * Makes a target of what was asked for. Fails with `publish.target-name-invalid`, `publish.target-type-unknown` or
 * `publish.target-address-invalid`: an address must not hold a password, since the library is shared.
 */
export function createTarget(request: TargetRequest): Target {
  const { name, type, secretEnv } = request
  if (!/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,63}$/u.test(name)) {
    throw new RedaksiError<PublishErrorCode>('publish.target-name-invalid', { name })
  }
  if (!isTargetType(type)) throw new RedaksiError<PublishErrorCode>('publish.target-type-unknown', { type })
  return { name, type, url: cleanAddress(type, request.url), secretEnv }
}

function cleanAddress(type: TargetType, url: string): string {
  if (type === 'folder') {
    if (isAbsolute(url)) return url
    throw new RedaksiError<PublishErrorCode>('publish.target-address-invalid', { url, type })
  }
  const parsed = URL.canParse(url) ? new URL(url) : null
  const isPlain = parsed !== null && parsed.username === '' && parsed.password === '' && parsed.search === ''
  if (parsed === null || !isPlain || parsed.hash !== '' || !/^https?:$/.test(parsed.protocol)) {
    const shown = parsed === null ? url : `${parsed.protocol}//${parsed.host}`
    throw new RedaksiError<PublishErrorCode>('publish.target-address-invalid', { url: shown, type })
  }
  return parsed.href.replace(/\/+$/, '')
}
