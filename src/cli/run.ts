import { parseArgs } from 'node:util'
import { isRedaksiError, RedaksiError } from '../base/errors.ts'
import { createSystemClock, systemRandom } from '../base/node/system.ts'
import { chooseLocale, createTranslate, describeError } from '../backend/locale.ts'
import type { Surroundings } from '../backend/newsroom.ts'
import { isOn, type Command, type Context, type Outcome, type Words } from './command.ts'
import { COMMANDS, isCommandName } from './commands.ts'
import { CLI_USAGE_CODES, type CliErrorCode } from './contract.ts'
import { chooseLibraryFolder } from './library-folder.ts'
import { startNodeProgram, type StartProgram } from './program.ts'

/** What the command line needs of the process it runs in. */
export interface Terminal {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly signal: AbortSignal
  /** The user's own folders: settings and secrets, and data. */
  readonly folders: { readonly config: string; readonly data: string }
  /** The app's own vault; plain Node has none. */
  readonly secrets?: Surroundings['secrets']
  /** How the app starts this program a second time; left out, as a process of Node's. */
  readonly startProgram?: StartProgram
  writeOut(content: string | Uint8Array): void
  writeError(text: string): void
}

const GLOBAL_OPTIONS = {
  json: { type: 'boolean' },
  library: { type: 'string' },
  locale: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const

/**
 * Runs one command and returns its exit code: 0 done, 1 refused or failed, 2 wrong usage, 3 done with findings or with
 * entries that need a person. Nothing it can foresee throws.
 */
export async function runCommandLine(argv: readonly string[], terminal: Terminal): Promise<number> {
  const { name, rest, json, locale, library } = findCommand(argv)
  const context = createContext({ json, locale, library }, terminal)
  try {
    if (name === undefined) return showHelp(context, terminal, argv.length === 0 ? 2 : 0)
    if (!isCommandName(name)) throw new RedaksiError<CliErrorCode>('cli.unknown-command', { name })
    const command = await COMMANDS[name]()
    const words = parseWords(command, rest)
    if (isOn(words, 'help'))
      return printOutcome({ json: { usage: command.usage }, text: command.usage }, json, terminal)
    const outcome = await command.run(words, context)
    return outcome === null ? 0 : printOutcome(outcome, json, terminal)
  } catch (error) {
    return printError(error, context, json, terminal)
  }
}

/** Finds the command's name and the options that hold for all of them, before its own options are known. */
function findCommand(argv: readonly string[]) {
  const { values, tokens } = parseArgs({
    args: [...argv],
    options: GLOBAL_OPTIONS,
    strict: false,
    tokens: true,
  })
  const first = tokens.find((token) => token.kind === 'positional')
  return {
    name: first?.kind === 'positional' ? first.value : undefined,
    rest: first === undefined ? argv : argv.filter((_, i) => i !== first.index),
    json: values.json === true,
    locale: typeof values.locale === 'string' ? values.locale : undefined,
    library: typeof values.library === 'string' ? values.library : undefined,
  }
}

function createContext(
  given: { json: boolean; locale: string | undefined; library: string | undefined },
  terminal: Terminal,
): Context {
  const { env, signal, folders, writeOut, writeError } = terminal
  const locale = chooseLocale(given.locale ?? env['REDAKSI_LOCALE'])
  return {
    clock: createSystemClock(env['REDAKSI_NOW']),
    random: systemRandom,
    env,
    libraryFolder: chooseLibraryFolder(given.library ?? env['REDAKSI_LIBRARY'], folders.data),
    configFolder: folders.config,
    secrets: terminal.secrets,
    startProgram: terminal.startProgram ?? startNodeProgram,
    dataFolder: folders.data,
    locale,
    translate: createTranslate(locale),
    warn: (line) => writeError(`redaksi: ${line}\n`),
    show: (text, document) => writeOut(`${given.json ? JSON.stringify(document) : text}\n`),
    write: writeOut,
    signal,
  }
}

function parseWords(command: Command, args: readonly string[]): Words {
  const { values, positionals } = parseStrictly(command, args)
  const [least, most] = command.positionals
  if (positionals.length < least || positionals.length > most) {
    throw new RedaksiError<CliErrorCode>('cli.usage', { usage: command.usage })
  }
  return { positionals, options: values as Words['options'] }
}

function parseStrictly(command: Command, args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { ...command.options, ...GLOBAL_OPTIONS },
      allowPositionals: true,
    })
  } catch (cause) {
    const words = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : ''
    throw new RedaksiError<CliErrorCode>('cli.unknown-option', { words, usage: command.usage }, cause)
  }
}

function showHelp(context: Context, terminal: Terminal, exitCode: number): number {
  const lines = [
    context.translate('cli.help'),
    '',
    ...Object.keys(COMMANDS).map((name) => `  redaksi ${name} …`),
  ]
  const write = exitCode === 0 ? terminal.writeOut : terminal.writeError
  write(`${lines.join('\n')}\n`)
  return exitCode
}

function printOutcome(outcome: Outcome, json: boolean, terminal: Terminal): number {
  if (json) terminal.writeOut(`${JSON.stringify(outcome.json, null, 2)}\n`)
  else if (outcome.text !== '') terminal.writeOut(`${outcome.text}\n`)
  return outcome.exitCode ?? 0
}

function printError(error: unknown, context: Context, json: boolean, terminal: Terminal): number {
  const message = describeError(error, context.translate)
  context.warn(message)
  if (!isRedaksiError(error) && context.env['REDAKSI_DEBUG'] !== undefined)
    terminal.writeError(`${String(error instanceof Error ? error.stack : error)}\n`)
  const code = isRedaksiError(error) ? error.code : 'cli.bug'
  if (json) terminal.writeOut(`${JSON.stringify({ error: { code, message } })}\n`)
  return (CLI_USAGE_CODES as readonly string[]).includes(code) ? 2 : 1
}
