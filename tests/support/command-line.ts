import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runCommandLine } from '../../src/cli/run.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
}

export interface CommandLine {
  /** A folder that is removed after the test. */
  readonly folder: string
  readonly library: string
  run(...words: readonly string[]): Promise<Ran>
  /** Runs with `--json` and returns the document; a failure throws what stderr said. */
  ask<Answer>(...words: readonly string[]): Promise<Answer>
}

/** The command line on a machine of its own: a fresh folder for the library, settings and data. */
export function createCommandLine(env: Record<string, string> = {}): CommandLine {
  const folder = mkdtempSync(join(tmpdir(), 'redaksi-cli-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const library = join(folder, 'library')
  const run = async (...words: readonly string[]): Promise<Ran> => {
    let out = ''
    let err = ''
    const code = await runCommandLine(words, {
      env: { REDAKSI_LIBRARY: library, ...env },
      signal: new AbortController().signal,
      folders: { config: join(folder, 'config'), data: join(folder, 'data') },
      writeOut: (content) => void (out += Buffer.from(content).toString()),
      writeError: (text) => void (err += text),
    })
    return { code, out, err }
  }
  const ask = async <Answer>(...words: readonly string[]): Promise<Answer> => {
    const ran = await run(...words, '--json')
    if (ran.code === 1 || ran.code === 2) throw new Error(`redaksi ${words.join(' ')}: ${ran.err}${ran.out}`)
    return JSON.parse(ran.out) as Answer
  }
  return { folder, library, run, ask }
}
