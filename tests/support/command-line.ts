import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { runCommandLine } from '../../src/cli/run.ts'

export interface Ran {
  readonly code: number
  readonly out: string
  readonly err: string
  /** What `--json` printed. */
  readonly json: any
}

export interface CommandLine {
  /** A folder that is removed after the test. */
  readonly folder: string
  readonly library: string
  run(...words: readonly string[]): Promise<Ran>
  /** Runs with `--json` and returns the document; a failure throws what stderr said. */
  ask(...words: readonly string[]): Promise<any>
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
      writeOut: (text) => void (out += text),
      writeError: (text) => void (err += text),
    })
    return { code, out, err, json: parse(out) }
  }
  const ask = async (...words: readonly string[]) => {
    const ran = await run(...words, '--json')
    if (ran.code === 1 || ran.code === 2) throw new Error(`redaksi ${words.join(' ')}: ${ran.err}${ran.out}`)
    return ran.json
  }
  return { folder, library, run, ask }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
