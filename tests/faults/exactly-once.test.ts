import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { z } from 'zod'
import { createFaultPlan } from '../support/fault-plan.ts'
import type { Fault, SeenRequest } from '../support/faulty-proxy.ts'
import { audit } from './support/audit.ts'
import { openFastSender, sendAll } from './support/fast-sender.ts'
import { ALL_FAULTS, nameFault, RHYTHMS, strike } from './support/fault-cells.ts'
import { inFolder } from './support/folders.ts'
import { createSenderKiller, drawMoment } from './support/kill-sender.ts'
import {
  isThere,
  layOffice,
  SAMPLES,
  SIX_STORIES,
  type Desk,
  type Office,
  type Source,
} from './support/office.ts'
import { reportSkip, reportTrial } from './support/report.ts'
import { choose, createDice, SEED } from './support/scale.ts'
import { startSite, type Site } from './support/site.ts'

interface Rig {
  readonly site: Site
  readonly office: Office
}

/** Runs a trial with a site and an office whose stories wait to be sent. */
function withRig<T>(source: Source, use: (rig: Rig) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    const site = await startSite(folder)
    onTestFinished(() => site.close())
    return use({ site, office: await layOffice(source, site) })
  })
}

const PASS = (): Fault => ({ kind: 'pass' })
const outboxSchema = z.object({ entries: z.array(z.object({ id: z.string(), state: z.string() })) })

/** Runs `redaksi sync --once` as often as a person would, who also tries again what is parked. */
async function syncUntilEmpty(desk: Desk): Promise<string | null> {
  for (let round = 0; round < 12; round += 1) {
    const sync = desk.startSync()
    const code = await sync.ended
    if (code !== 0 && code !== 3) return `sync ended with ${code}: ${sync.complaint()}`
    const { entries } = outboxSchema.parse(await desk.ask('outbox'))
    if (entries.length === 0) return null
    for (const { id, state } of entries) if (state === 'parked') await desk.ask('outbox', 'retry', id)
  }
  return 'not all was sent'
}

const find = (name: string): Fault => {
  const found = ALL_FAULTS.find((fault) => nameFault(fault) === name)
  if (found === undefined) throw new Error(`no fault called ${name}`)
  return found
}

/** What the command line meets in real time, with its real backoffs. */
const REAL_TIME: readonly (readonly [Fault, (typeof RHYTHMS)[number]])[] = [
  [{ kind: 'drop-answer' }, 'every second write'],
  [{ kind: 'reset', when: 'mid' }, 'every second write'],
  [{ kind: 'cut-answer' }, 'the first two requests'],
  [find('200 text/html instead'), 'the first two requests'],
  [find('502 text/html after the commit'), 'the first two requests'],
  [find('503 application/problem+json instead'), 'the first two requests'],
  [find('429 application/problem+json instead'), 'the first two requests'],
  [find('302 text/html after the commit'), 'the first two requests'],
]

async function sendInRealTime({ site, office }: Rig): Promise<readonly string[]> {
  const faults: string[] = []
  for (const [fault, rhythm] of REAL_TIME) {
    const desk = await office.open()
    await site.begin(strike(fault, rhythm))
    const trouble = await syncUntilEmpty(desk)
    const found = [...(trouble === null ? [] : [trouble]), ...(await audit(office, desk, site))]
    faults.push(...found.map((each) => `${nameFault(fault)}, ${rhythm}: ${each}`))
  }
  return faults
}

/** The door is closed when the sender comes, and opens while it waits. */
async function sendToClosedDoor({ site, office }: Rig): Promise<readonly string[]> {
  const desk = await office.open()
  await site.begin(PASS)
  await site.proxy.refuse()
  const sync = desk.startSync()
  await wait(2_500)
  await site.proxy.accept()
  const code = await sync.ended
  const trouble = await syncUntilEmpty(desk)
  const found = await audit(office, desk, site)
  return [
    ...(code === 0 ? [] : [`sync ended with ${code}`]),
    ...(trouble === null ? [] : [trouble]),
    ...found,
  ]
}

/** Sends with backoffs that pass a thousand times faster, through whatever `decide` brings. */
async function sendFast(
  { site, office }: Rig,
  decide: (request: SeenRequest) => Fault,
): Promise<readonly string[]> {
  const desk = await office.open()
  await site.begin(decide)
  const isAllSent = await sendAll(openFastSender(desk, site.token))
  return [...(isAllSent ? [] : ['not all was sent']), ...(await audit(office, desk, site))]
}

async function sendThroughCells(rig: Rig, rounds: number): Promise<readonly string[]> {
  const faults: string[] = []
  for (let round = 0; round < rounds; round += 1) {
    for (const fault of ALL_FAULTS) {
      for (const rhythm of RHYTHMS) {
        const found = await sendFast(rig, strike(fault, rhythm))
        faults.push(...found.map((each) => `${nameFault(fault)}, ${rhythm}: ${each}`))
      }
    }
  }
  return faults
}

interface Kills {
  readonly kills: number
  /** How many left some stories at the endpoint and some not. */
  readonly midway: number
  /** How often the endpoint was asked what it holds. */
  readonly lookUps: number
  readonly faults: readonly string[]
}

/** Kills the sending process at random moments, each time on a fresh outbox, and lets the next one finish. */
async function killSenders({ site, office }: Rig, moments: number): Promise<Kills> {
  const draw = createDice(SEED)
  const faults: string[] = []
  let [kills, midway, lookUps] = [0, 0, 0]
  while (kills < moments) {
    const desk = await office.open()
    const killer = createSenderKiller(draw)
    await site.begin(killer.decide)
    // Now and then the one that takes over is killed too.
    do {
      const moment = drawMoment(draw, office.drafts.length)
      if (await killer.killAt(desk.startSync(), moment)) kills += 1
      const written = site.readRows().length
      if (written > 0 && written < office.drafts.length) midway += 1
    } while (draw(0, 1) < 0.3)
    const trouble = await syncUntilEmpty(desk)
    lookUps += site.countLookUps()
    const found = [...(trouble === null ? [] : [trouble]), ...(await audit(office, desk, site))]
    faults.push(...found.map((each) => `kill ${kills}: ${each}`))
  }
  return { kills, midway, lookUps, faults }
}

for (const source of [SAMPLES, SIX_STORIES]) {
  const isHere = isThere(source)
  if (!isHere) reportSkip(`exactly once, ${source.name}`, 'their page is not beside this project')
  describe.skipIf(!isHere)(`exactly once, ${source.name} (skipped where their page is not there)`, () => {
    const report = (name: string, trials: number, losses: number, notes: Record<string, number> = {}) =>
      reportTrial({ name: `exactly once, ${source.name}, ${name}`, trials, losses, notes })

    it('by the command line in real time, whatever befalls the way', async () => {
      const faults = await withRig(source, async (rig) => [
        ...(await sendInRealTime(rig)),
        ...(await sendToClosedDoor(rig)),
      ])
      report('command line in real time', REAL_TIME.length + 1, faults.length)
      expect(faults).toEqual([])
    })

    it('through every fault in every rhythm', async () => {
      const rounds = choose(1, 100)
      const faults = await withRig(source, (rig) => sendThroughCells(rig, rounds))
      report('every fault', rounds * ALL_FAULTS.length * RHYTHMS.length, faults.length)
      expect(faults).toEqual([])
    })

    it('through storms of faults', async () => {
      const storms = choose(15, 200)
      const faults = await withRig(source, async (rig) => {
        const found: string[] = []
        for (let storm = 0; storm < storms; storm += 1) {
          const losses = await sendFast(rig, createFaultPlan(SEED + storm, 60))
          found.push(...losses.map((each) => `storm ${storm}: ${each}`))
        }
        return found
      })
      report('storms', storms, faults.length)
      expect(faults).toEqual([])
    })

    it('though the sender is killed at random moments', async () => {
      const moments = source === SIX_STORIES ? choose(10, 1_000) : choose(5, 100)
      const { kills, midway, lookUps, faults } = await withRig(source, (rig) => killSenders(rig, moments))
      report('sender killed by -9', kills, faults.length, { midway, 'look-ups': lookUps })
      expect(faults).toEqual([])
    })
  })
}
