import { RedaksiError } from '../../../base/errors.ts'
import type { HttpClient } from '../../../base/node/http-client.ts'
import type { TryErrorCode } from '../contract.ts'
import type { Target, TargetAdapter } from '../target.ts'
import { createFolderAdapter } from './folder-adapter.ts'
import { createRedaksiAdapter } from './redaksi-adapter.ts'
import { isSendable, type SecretStore } from './secrets.ts'

export interface AdapterOptions {
  readonly libraryId: string
  readonly secrets: SecretStore
  readonly env: Readonly<Record<string, string | undefined>>
  readonly http: HttpClient
}

/** Makes the adapter of a target. Its secret is read anew for each request: the variable when set, else the store. */
export function createAdapters(options: AdapterOptions): (target: Target) => TargetAdapter {
  return (target) => {
    switch (target.type) {
      case 'redaksi':
        return createRedaksiAdapter(target, () => readSecret(target, options), options.http)
      case 'folder':
        return createFolderAdapter(target)
    }
  }
}

async function readSecret(target: Target, { libraryId, secrets, env }: AdapterOptions): Promise<string> {
  const given = target.secretEnv === null ? '' : (env[target.secretEnv] ?? '')
  const secret = given === '' ? await secrets.get(libraryId, target.name) : given
  if (secret !== null && isSendable(secret)) return secret
  throw new RedaksiError<TryErrorCode>('publish.secret-missing', {
    target: target.name,
    detail: target.secretEnv ?? '',
  })
}
