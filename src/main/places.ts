import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { resolveResource } from '../base/node/resources.ts'

/** Where the parts of the built application are, beside this one. */
const OUT = import.meta.dirname

/** The command line's own program. */
export const COMMAND_LINE = join(OUT, 'cli.js')
/** The built page. */
export const PAGE_FOLDER = join(OUT, 'renderer')
/** What leaves the page its bridge. */
export const PRELOAD = join(OUT, 'preload', 'preload.cjs')

/** The application's icon. */
export function getIcon(): string {
  return fileURLToPath(resolveResource('icons/icon.png'))
}
