import { createRequire } from 'node:module'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runQuietly } from '../../scripts/lib/child.mjs'
import { ROOT } from '../../scripts/lib/pinned-node.mjs'
import { makeElectronDistribution, readFuses } from '../support/electron-distribution.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

/** What a user would get: the application is packed around a stand-in for Electron's program, then looked into. */

const require = createRequire(import.meta.url)
const VERSION: string = require('electron/package.json').version

async function pack() {
  const folder = await makeTemporaryFolder()
  const distribution = join(folder, 'electron')
  await makeElectronDistribution(distribution, VERSION)
  const words = ['--linux', 'dir', `-c.electronDist=${distribution}`, `-c.electronVersion=${VERSION}`]
  const { code, output } = await runQuietly(
    process.execPath,
    ['node_modules/electron-builder/cli.js', ...words, `-c.directories.output=${join(folder, 'dist')}`],
    { cwd: ROOT, timeout: 150_000 },
  )
  if (code !== 0) throw new Error(output)
  const unpacked = join(folder, 'dist', 'linux-unpacked')
  return { program: join(unpacked, 'redaksi'), archive: join(unpacked, 'resources', 'app.asar') }
}

async function list(archive: string): Promise<readonly string[]> {
  const script = join(ROOT, 'node_modules', '@electron', 'asar', 'bin', 'asar.js')
  const { output } = await runQuietly(process.execPath, [script, 'list', archive])
  return output
    .trim()
    .split('\n')
    .map((name) => name.replaceAll('\\', '/'))
}

/** The kinds of files that may go out, and nothing beside them. */
const ALLOWED = [
  /^\/(package\.json|LICENSE)$/,
  /^\/out\/(main|cli|[\w-]+-worker)\.js$/,
  /^\/out\/chunks\/[\w-]+-[\w-]{8}\.js$/,
  /^\/out\/preload\/preload\.cjs$/,
  /^\/out\/renderer\/((index|door)\.html|[\w-]+\.js|assets\/[\w.-]+\.(js|css|woff2|svg|png|wasm))$/,
  // The picture library, with its compiled parts.
  /^\/node_modules\/(sharp|detect-libc|semver|@img\/[\w-]+)\/(package\.json|LICENSE|README\.md)$/,
  /^\/node_modules\/(sharp\/dist|detect-libc\/lib|semver(\/\w+)?)\/[\w.-]+\.([cm]?js|d\.[cm]ts)$/,
  /^\/node_modules\/@img\/[\w-]+\/[\w./-]+$/,
  /^\/resources\/(endpoint|fonts|house|icons|locales\/(id|en)|samples)\/[\w.-]+\.(json|css|svg|png|txt|ttf|woff2)$/,
]
const NEEDED = [
  '/package.json',
  '/out/main.js',
  '/out/cli.js',
  '/out/index-worker.js',
  '/out/picture-worker.js',
  '/node_modules/sharp/dist/index.mjs',
  '/out/preload/preload.cjs',
  '/out/renderer/index.html',
  '/resources/house/starter.json',
  '/resources/icons/icon.png',
  '/resources/locales/id/main.json',
  '/resources/locales/en/main.json',
]

describe('the packed application', () => {
  it('holds what it needs and nothing else, with its fuses set', async () => {
    const { program, archive } = await pack()
    const names = await list(archive)
    const files = names.filter((name) => !names.some((other) => other.startsWith(`${name}/`)))
    console.info(`app.asar: ${files.length} files, ${((await stat(archive)).size / 1e6).toFixed(2)} MB`)
    expect(NEEDED.filter((name) => !files.includes(name))).toEqual([])
    expect(files.filter((name) => !ALLOWED.some((kind) => kind.test(name)))).toEqual([])
    expect((await stat(archive)).size).toBeLessThan(12_000_000)
    expect(await readFuses(program)).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false,
    })
  }, 180_000)

  it.each([
    '/src/main/main.ts',
    '/out/main.js.map',
    '/tests/setup.ts',
    '/node_modules/zod/index.js',
    '/out/.stamp.json',
    '/.npmrc',
  ])('would be found to hold %s', (name) => {
    expect(ALLOWED.some((kind) => kind.test(name))).toBe(false)
  })
})
