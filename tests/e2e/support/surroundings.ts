import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { getPinnedNode, ROOT } from '../../../scripts/lib/pinned-node.mjs'

/** Runs the command line beside a host, and returns its JSON. */
export type Ask = <Answer>(...words: readonly string[]) => Promise<Answer>

/**
 * The environment of a host that has a folder to itself, and in it or elsewhere its library. Unless it is a first start,
 * its user has gone the first steps.
 */
export function createEnvironment(
  folder: string,
  library = join(folder, 'library'),
  isFirstStart = false,
): Readonly<Record<string, string>> {
  if (!isFirstStart) noteFirstStepsDone(join(folder, 'config', 'redaksi'))
  const env = Object.entries(process.env).filter((pair): pair is [string, string] => pair[1] !== undefined)
  return {
    ...Object.fromEntries(env),
    REDAKSI_LIBRARY: library,
    // Where a host that is killed leaves its socket.
    XDG_RUNTIME_DIR: folder,
    XDG_CONFIG_HOME: join(folder, 'config'),
    XDG_DATA_HOME: join(folder, 'data'),
  }
}

function noteFirstStepsDone(configFolder: string): void {
  const path = join(configFolder, 'settings.json')
  if (existsSync(path)) return
  mkdirSync(configFolder, { recursive: true })
  writeFileSync(path, JSON.stringify({ schema: 1, webPorts: {}, endpointPorts: {}, welcome: 'done' }))
}

/** The command line in a host's environment. */
export function createAsk(env: Readonly<Record<string, string>>): Ask {
  return async <Answer>(...words: readonly string[]) => {
    const asked = spawn(getPinnedNode(), [join(ROOT, 'out', 'cli.js'), ...words, '--json'], {
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let out = ''
    asked.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    await once(asked, 'close')
    return JSON.parse(out) as Answer
  }
}

/** The address that a server of ours says first: `Redaksi: …` or `Endpoint: …`. */
export async function readAddress(
  { stdout }: Pick<ChildProcess, 'stdout'>,
  name: 'Redaksi' | 'Endpoint',
): Promise<string> {
  if (stdout === null) throw new Error('the server has no output')
  for await (const line of createInterface({ input: stdout })) {
    const [said, address] = line.split(': ')
    if (said === name && address !== undefined) return address
  }
  throw new Error('the server ended without an address')
}
