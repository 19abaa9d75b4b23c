import { readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { makeFolderDurably, writeFileDurably } from '../base/node/durable-write.ts'
import { readSystemCode, toReadError } from '../base/node/failures.ts'
import { RedaksiError } from '../base/errors.ts'
import type { RandomBytes } from '../base/ids.ts'

/** What a header can carry (RFC 6750, 2.1). */
const TOKEN = /^[\w.~+/-]+=*$/

/**
 * Reads the tokens of a file, one a line; blank lines and lines that begin with `#` say nothing. A file that is missing
 * is made, with one new token of 256 bits, readable by its owner alone. Throws `endpoint.token-file-empty` {path},
 * `-invalid` {path, line}, and what `base` says of a file that cannot be read or written.
 */
export async function loadTokens(path: string, random: RandomBytes): Promise<readonly string[]> {
  const text = (await readIfThere(path)) ?? (await makeTokenFile(path, random))
  const tokens: string[] = []
  for (const [i, line] of text.split(/\r?\n/).entries()) {
    const token = line.trim()
    if (token === '' || token.startsWith('#')) continue
    if (!TOKEN.test(token)) throw new RedaksiError('endpoint.token-file-invalid', { path, line: i + 1 })
    tokens.push(token)
  }
  if (tokens.length === 0) throw new RedaksiError('endpoint.token-file-empty', { path })
  return tokens
}

async function readIfThere(path: string): Promise<string | null> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT') return null
    throw toReadError(path, error)
  }
}

async function makeTokenFile(path: string, random: RandomBytes): Promise<string> {
  const text = `${Buffer.from(random(32)).toString('base64url')}\n`
  await makeFolderDurably(dirname(path))
  await writeFileDurably(path, Buffer.from(text))
  return text
}
