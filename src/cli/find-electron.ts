import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** This machine, as far as a window depends on it. */
export interface WindowFacts {
  /** The project's folder. */
  readonly root: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly platform: NodeJS.Platform
  readonly isRoot: boolean
}

/** Electron's program, or why no window can be opened: no runtime, no display, or a user whom its sandbox refuses. */
export type FoundElectron =
  | { readonly kind: 'found'; readonly program: string }
  | { readonly kind: 'no-runtime' | 'no-display' | 'root' }

/** Looks for a runtime of Electron that is on this machine already, and for a display to show a window on. */
export function findElectron({ root, env, platform, isRoot }: WindowFacts): FoundElectron {
  const given = env['ELECTRON_OVERRIDE_DIST_PATH'] ?? ''
  const folder = given === '' ? join(root, 'node_modules', 'electron', 'dist') : given
  const program = join(folder, PROGRAMS[platform] ?? 'electron')
  if (!existsSync(program)) return { kind: 'no-runtime' }
  if (platform !== 'linux') return { kind: 'found', program }
  if ((env['DISPLAY'] ?? '') === '' && (env['WAYLAND_DISPLAY'] ?? '') === '') return { kind: 'no-display' }
  return isRoot ? { kind: 'root' } : { kind: 'found', program }
}

const PROGRAMS: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
}
