import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build, type InlineConfig } from 'vite'
import config from '../../electron.vite.config.ts'

/** Builds the page as the product does, into a folder of its own; `remove` takes it away again. */
export async function buildPage(): Promise<{ readonly folder: string; readonly remove: () => void }> {
  const folder = mkdtempSync(join(tmpdir(), 'redaksi-page-'))
  const { renderer } = config as { renderer: InlineConfig }
  const output = { ...renderer.build, outDir: folder, emptyOutDir: true }
  await build({ ...renderer, configFile: false, base: './', logLevel: 'error', build: output })
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}
