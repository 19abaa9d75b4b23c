import { existsSync } from 'node:fs'
import { createRequire, registerHooks } from 'node:module'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { onTestFinished, vi } from 'vitest'
import { ROOT } from '../../scripts/lib/pinned-node.mjs'
import { createElectronStandIn, type ElectronStandIn, type StandInOptions } from './electron-stand-in.ts'
import { makeTemporaryFolder } from './temporary-folder.ts'

/** The built desktop host on the stand-in, as a user's machine would start it. */

const MAIN = join(ROOT, 'out', 'main.js')
/** The built preload script. */
export const PRELOAD = join(ROOT, 'out', 'preload', 'preload.cjs')

const { importNatively }: { importNatively: (url: string) => Promise<unknown> } = createRequire(
  import.meta.url,
)('./import-natively.cjs')

const SCHEME = 'electron-stand-in:'
const runs = new Map<string, ElectronStandIn>()

registerHooks({
  resolve(specifier, context, next) {
    if (specifier !== 'electron') return next(specifier, context)
    // Each run is its own copy of the program, which sees its own stand-in.
    const run = new URL(context.parentURL ?? '').searchParams.get('run')
    if (run === null) throw new Error(`${context.parentURL} uses Electron, which only the host's entry may`)
    return { url: `${SCHEME}${run}`, shortCircuit: true }
  },
  load(url, context, next) {
    if (!url.startsWith(SCHEME)) return next(url, context)
    const run = url.slice(SCHEME.length)
    const names = Object.keys(runs.get(run)?.electron ?? {}).join(', ')
    const source = `export const { ${names} } = globalThis[Symbol.for('redaksi.stand-in')].get('${run}').electron`
    return { format: 'module', source, shortCircuit: true }
  },
})
Reflect.set(globalThis, Symbol.for('redaksi.stand-in'), runs)

export interface ElectronApp extends ElectronStandIn {
  readonly folder: string
  readonly library: string
  /** What a page of the application's window finds as its bridge. */
  readonly getPage: () => {
    readonly call: (
      method: string,
      argument: unknown,
    ) => Promise<{ ok: boolean; value?: unknown; error?: unknown }>
    readonly on: (event: string, listener: (told: unknown) => void) => () => void
    readonly putBlob: (sha256: string, bytes: Uint8Array) => Promise<unknown>
  }
}

export interface ElectronAppOptions extends StandInOptions {
  readonly words?: readonly string[]
  /** Another start on the same machine: its folder. */
  readonly folder?: string
  /** When the host is to end; left out, with the test. */
  readonly onEnd?: (end: () => Promise<void>) => void
}

/** Starts the built host. */
export async function startElectronApp(options: ElectronAppOptions = {}): Promise<ElectronApp> {
  if (!existsSync(MAIN)) throw new Error('the desktop host is not built: npm run build')
  const folder = options.folder ?? (await makeTemporaryFolder())
  const library = join(folder, 'library')
  for (const name of [
    'XDG_CONFIG_HOME',
    'XDG_DATA_HOME',
    'XDG_CACHE_HOME',
    'XDG_STATE_HOME',
    'HOME',
    'APPDATA',
    'LOCALAPPDATA',
  ])
    vi.stubEnv(name, folder)
  vi.stubEnv('REDAKSI_LIBRARY', library)
  const standIn = createElectronStandIn(options)
  const run = String(runs.size + 1)
  runs.set(run, standIn)
  const argv = process.argv
  process.argv = [process.execPath, ROOT, ...(options.words ?? [])]
  const onEnd = options.onEnd ?? onTestFinished
  onEnd(async () => {
    process.argv = argv
    vi.unstubAllEnvs()
    if (standIn.app.listenerCount('will-quit') === 0) return
    standIn.app.quit()
    await standIn.exited
  })
  await importNatively(`${pathToFileURL(MAIN).href}?run=${run}`)
  const getPage = () => {
    const page = standIn.windows[0]?.webContents.page['redaksi']
    if (page === undefined) throw new Error('there is no page')
    return page as ReturnType<ElectronApp['getPage']>
  }
  return { ...standIn, folder, library, getPage }
}

/** Starts the built host and waits until its window is shown. */
export async function openElectronApp(options: ElectronAppOptions = {}): Promise<ElectronApp> {
  const app = await startElectronApp(options)
  await vi.waitFor(
    () => {
      if (app.errors.length > 0) throw new Error(app.errors.join())
      if (app.windows[0]?.did.includes('show') !== true) throw new Error('no window was shown')
    },
    { timeout: 15_000 },
  )
  return app
}
