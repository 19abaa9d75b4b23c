import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

/** The paths of a made page, as the bundler would name them. */
export const HASHED_SCRIPT = '/assets/index-AbCd_12-.js'

/** A built page of a few bytes, with files beside it that are none of anybody's business. */
export async function makePageFolder(): Promise<string> {
  const parent = await makeTemporaryFolder()
  const folder = join(parent, 'renderer')
  await mkdir(join(folder, 'assets'), { recursive: true })
  const files: Readonly<Record<string, string>> = {
    'index.html': '<!doctype html><html lang="id"><head><title>Aplikasi</title>',
    'door.html': '<!doctype html><html lang="id"><head><title>Pintu</title>',
    'assets/index-AbCd_12-.js': 'export {}',
    'assets/index-AbCd_12-.js.map': '{"sources": ["rahasia"]}',
    'assets/plain.css': 'body{}',
    'assets/font-AbCd_12-.woff2': 'wOF2',
    '.stamp.json': '{"sources": "rahasia"}',
    '../secret.html': 'rahasia',
  }
  for (const [name, text] of Object.entries(files)) await writeFile(join(folder, name), text)
  return folder
}
