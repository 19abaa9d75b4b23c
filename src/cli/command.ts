import type { ParseArgsOptionsConfig } from 'node:util'
import type { Clock } from '../base/clock.ts'
import type { RandomBytes } from '../base/ids.ts'
import type { Locale } from '../backend/locale.ts'
import type { Translate } from '../base/translate.ts'
import type { Surroundings } from '../backend/newsroom.ts'
import type { StartProgram } from './program.ts'

/** What a command is given besides its words: the machine it runs on, as arguments. */
export interface Context {
  readonly clock: Clock
  readonly random: RandomBytes
  readonly env: Readonly<Record<string, string | undefined>>
  /** The library that is meant: `--library`, else `REDAKSI_LIBRARY`, else the user's own. */
  readonly libraryFolder: string
  /** The user's own settings and secrets, never in the library. */
  readonly configFolder: string
  /** Where secrets are kept when not in a file of `configFolder`. */
  readonly secrets: Surroundings['secrets']
  /** Starts this program a second time. */
  readonly startProgram: StartProgram
  /** The user's own data, where the local endpoint keeps its store. */
  readonly dataFolder: string
  readonly locale: Locale
  readonly translate: Translate
  /** One line for people on stderr, `redaksi: …`. */
  warn(line: string): void
  /** Something to show before the command ends: text for people, or with `--json` one document on a line. */
  show(text: string, json: unknown): void
  /** Exactly these characters, or bytes, on stdout. */
  write(content: string | Uint8Array): void
  /** Aborted at Ctrl-C. */
  readonly signal: AbortSignal
}

export interface Words {
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, string | boolean | readonly string[] | undefined>>
}

/** What a command has to say: one document for programs and the same for people. */
export interface Outcome {
  readonly json: unknown
  readonly text: string
  /** 3: done, with findings, or with entries that need a person. */
  readonly exitCode?: 0 | 1 | 3
}

/** One command, one file. A command that has shown all it had to say returns null. */
export interface Command {
  readonly name: string
  /** Its words after `redaksi`, as the help prints them. */
  readonly usage: string
  readonly options?: ParseArgsOptionsConfig
  /** How many words it takes at least and at most. */
  readonly positionals: readonly [number, number]
  run(words: Words, context: Context): Promise<Outcome | null>
}

/** An option that takes a text; undefined when it was not given. */
export function getText(words: Words, name: string): string | undefined {
  const value = words.options[name]
  return typeof value === 'string' ? value : undefined
}

/** An option that may be given several times. */
export function getTexts(words: Words, name: string): readonly string[] {
  const value = words.options[name]
  return Array.isArray(value) ? value.map(String) : []
}

/** Whether a switch was given. */
export function isOn(words: Words, name: string): boolean {
  return words.options[name] === true
}
