import { app, protocol } from 'electron'
import envPaths from 'env-paths'
import { join } from 'node:path'
import { PAGE_SCHEMES } from './page-scheme.ts'
import { runCommand } from './run-command.ts'
import { startApp } from './start-app.ts'
import { readCommandWords } from './words.ts'

/** The desktop host: opens the window, or with `--cli` is the `redaksi` command. */

// The same folders as the command line's, so that both open the same library.
const folders = envPaths('redaksi', { suffix: '' })
app.setPath('userData', join(folders.data, 'window'))
app.enableSandbox()
protocol.registerSchemesAsPrivileged(PAGE_SCHEMES)

const words = readCommandWords(process.argv)
if (words === null) startApp(folders)
else void runCommand(words, folders)
