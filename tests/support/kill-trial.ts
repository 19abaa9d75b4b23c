import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { parseLedger, type Ledger } from '../../src/newsroom/publish/index.ts'
import { createTestRandom } from './builders.ts'
import { startFakeRedaksi, type ServerLine } from './fake-redaksi.ts'
import { aDraftId } from './publish-builders.ts'
import { aQueue, readEntries } from './publisher-rig.ts'

export interface KillTrial {
  readonly folder: string
  readonly kills: number
  readonly stories: number
  readonly seed: number
}

export interface KillResult {
  /** How many of the kills struck before the sender had finished. */
  readonly struck: number
  /** What the server did, by its own ledger on the disk. */
  readonly lines: readonly ServerLine[]
  readonly ledgers: readonly Ledger[]
  /** After each kill: stories that the server had and of which the library did not know that they might have left. */
  readonly unforeseen: readonly string[]
  /** The entries left at the end. */
  readonly left: number
}

const SENDER = fileURLToPath(new URL('./sender-process.ts', import.meta.url))
const PAUSE = 8

/**
 * Sends so many stories to a server that keeps its own ledger, with a process that is killed with SIGKILL at so many
 * random moments, and then with one that is let live.
 */
export async function runKillTrial({ folder, kills, stories, seed }: KillTrial): Promise<KillResult> {
  const library = join(folder, 'library')
  const ledger = join(folder, 'server.jsonl')
  const server = await startFakeRedaksi({ ledger, pause: PAUSE })
  await plantLibrary(library, join(folder, 'config'), server.url, stories)
  const random = createTestRandom(seed)
  const unforeseen: string[] = []
  let struck = 0
  for (let kill = 0; kill < kills; kill += 1) {
    const delay = ((random(1)[0] ?? 0) / 256) * PAUSE * 12
    if (await killSender(library, join(folder, 'config'), delay)) struck += 1
    // What had reached the server before the kill is committed by now.
    await wait(PAUSE * 3)
    unforeseen.push(...(await findUnforeseen(library, server.lines)))
  }
  await runSender(library, join(folder, 'config'))
  server.close()
  const texts = Array.from({ length: stories }, (_, i) =>
    readFile(join(library, 'ledger', `${aDraftId(i + 1)}.json`), 'utf8'),
  )
  return {
    struck,
    lines: (await readFile(ledger, 'utf8'))
      .trim()
      .split('\n')
      .map((line): ServerLine => JSON.parse(line)),
    ledgers: (await Promise.all(texts)).map((text) => parseLedger(JSON.parse(text))),
    unforeseen,
    left: (await readEntries(library)).length,
  }
}

/** The stories that a server holds although neither an entry in doubt nor the ledger says that they may have left. */
export async function findUnforeseen(
  library: string,
  lines: readonly ServerLine[],
): Promise<readonly string[]> {
  const foreseen = new Set<string>()
  for (const { draft, state } of await readEntries(library))
    if (state === 'sending' || state === 'unknown') foreseen.add(draft)
  const missing: string[] = []
  for (const { uuid } of lines) {
    if (foreseen.has(uuid)) continue
    const text = await readFile(join(library, 'ledger', `${uuid}.json`), 'utf8').catch(() => null)
    if (text === null || parseLedger(JSON.parse(text)).records.length === 0) missing.push(uuid)
  }
  return missing
}

async function plantLibrary(library: string, config: string, url: string, stories: number): Promise<void> {
  await mkdir(join(library, 'outbox'), { recursive: true })
  await mkdir(config, { recursive: true })
  const targets = [{ name: 'situs', type: 'redaksi', url, secretEnv: null }]
  await writeFile(join(library, 'targets.json'), JSON.stringify({ schema: 1, targets }))
  await writeFile(
    join(config, 'secrets.json'),
    JSON.stringify({ schema: 1, secrets: { uji: { situs: 'rahasia' } } }),
  )
  for (const entry of aQueue(stories))
    await writeFile(join(library, 'outbox', `${entry.id}.json`), JSON.stringify(entry))
}

/** Starts a sender and kills it so many milliseconds after it began; whether it was still at work. */
async function killSender(library: string, config: string, delay: number): Promise<boolean> {
  const { sender, ended } = await startSender(library, config)
  await wait(delay)
  sender.kill('SIGKILL')
  return (await ended) === 'SIGKILL'
}

async function runSender(library: string, config: string): Promise<void> {
  const { ended } = await startSender(library, config)
  const end = await ended
  if (end !== 0) throw new Error(`the sender ended with ${String(end)}`)
}

async function startSender(library: string, config: string) {
  const sender = spawn(process.execPath, ['--no-warnings', SENDER, library, config], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(sender, 'exit').then(([code, signal]: readonly unknown[]) => code ?? signal)
  await once(createInterface(sender.stdout), 'line')
  return { sender, ended }
}
