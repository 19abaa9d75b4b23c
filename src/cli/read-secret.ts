import { readFile } from 'node:fs/promises'
import { RedaksiError } from '../base/errors.ts'
import type { CliErrorCode } from './contract.ts'

/**
 * A target's secret, from an environment variable or a file, its outer blanks dropped; null when neither is named.
 * It is never a word of the command: those are seen by every user of the machine.
 */
export async function readSecret(
  from: { readonly variable: string | undefined; readonly file: string | undefined },
  env: Readonly<Record<string, string | undefined>>,
): Promise<string | null> {
  if (from.variable !== undefined) return requireSecret(env[from.variable], from.variable)
  if (from.file === undefined) return null
  const text = await readFile(from.file, 'utf8').catch((cause: unknown) => {
    throw new RedaksiError<CliErrorCode>('cli.secret-missing', { from: from.file ?? '' }, cause)
  })
  return requireSecret(text.trim(), from.file)
}

function requireSecret(secret: string | undefined, from: string): string {
  if (secret === undefined || secret === '')
    throw new RedaksiError<CliErrorCode>('cli.secret-missing', { from })
  return secret
}
