import { describe, expect, it, onTestFinished } from 'vitest'
import { createFaultyProxy, type Fault, type SeenRequest } from '../support/faulty-proxy.ts'
import { createRowAdapter, startRowServer } from '../support/row-target.ts'
import { openFastSender, sendAll } from './support/fast-sender.ts'
import { strike } from './support/fault-cells.ts'
import { createSenderKiller, drawMoment } from './support/kill-sender.ts'
import { isThere, layOffice, SAMPLES, SIX_STORIES, type Office } from './support/office.ts'
import { startProgram } from './support/program.ts'
import { reportTrial } from './support/report.ts'
import { choose, createDice, SEED } from './support/scale.ts'

/**
 * The planted defect of `exactly-once`: against a target that inserts a row for whatever it is sent, the same run shows
 * duplicates as soon as the target is not asked what it holds before a second write leaves.
 */
const SOURCE = isThere(SIX_STORIES) ? SIX_STORIES : SAMPLES

interface Rows {
  /** Stories that stand there twice or more, and the rows too many. */
  readonly spare: number
  readonly missing: number
}

async function startRows(decide: (request: SeenRequest) => Fault) {
  const server = await startRowServer()
  const proxy = await createFaultyProxy(server.port, decide)
  onTestFinished(async () => {
    await proxy.close()
    server.close()
  })
  const count = (office: Office): Rows => {
    const counts = office.drafts.map((draft) => server.rows.filter((row) => row.uuid === draft).length)
    return {
      spare: counts.reduce((sum, rows) => sum + Math.max(rows - 1, 0), 0),
      missing: counts.filter((rows) => rows === 0).length,
    }
  }
  return { url: proxy.url, count }
}

async function layRows(): Promise<Office> {
  return layOffice(SOURCE, { url: 'http://baris.invalid', token: 'rahasia' })
}

/** Every second write's answer is lost after the row was inserted. */
async function loseAnswers(lookUpBeforeResend: boolean): Promise<Rows> {
  const office = await layRows()
  const rows = await startRows(strike({ kind: 'drop-answer' }, 'every second write'))
  const desk = await office.open()
  const adapter = (http: Parameters<typeof createRowAdapter>[1]) => createRowAdapter(rows.url, http)
  await sendAll(openFastSender(desk, '', { adapter, lookUpBeforeResend }))
  return rows.count(office)
}

/** The sender is killed at random moments; the next one sends the rest. */
async function killSenders(moments: number, lookUp: boolean): Promise<Rows> {
  const office = await layRows()
  const draw = createDice(SEED)
  let [kills, spare, missing] = [0, 0, 0]
  while (kills < moments) {
    const killer = createSenderKiller(draw)
    const rows = await startRows(killer.decide)
    const { library } = await office.open()
    const start = () => startProgram('send-rows', { library, url: rows.url, lookUp })
    if (await killer.killAt(start(), drawMoment(draw, office.drafts.length))) kills += 1
    await start().ended
    const found = rows.count(office)
    spare += found.spare
    missing += found.missing
  }
  return { spare, missing }
}

describe(`sending ${SOURCE.name} to a target that is not idempotent`, () => {
  const moments = choose(6, 50)

  it('is done once when every second answer is lost, and twice when nothing is looked up', async () => {
    const [right, wrong] = [await loseAnswers(true), await loseAnswers(false)]
    reportTrial({
      name: 'answers lost, a target that is not idempotent',
      trials: 1,
      losses: right.spare + right.missing,
    })
    reportTrial({
      name: 'answers lost, planted: nothing is looked up',
      trials: 1,
      losses: wrong.spare,
      notes: { duplicates: wrong.spare },
    })
    expect(right).toEqual({ spare: 0, missing: 0 })
    expect(wrong.spare).toBeGreaterThan(0)
  })

  it('is done once though the sender is killed, and twice when nothing is looked up', async () => {
    const [right, wrong] = [await killSenders(moments, true), await killSenders(moments, false)]
    reportTrial({
      name: 'sender killed, a target that is not idempotent',
      trials: moments,
      losses: right.spare + right.missing,
    })
    reportTrial({
      name: 'sender killed, planted: nothing is looked up',
      trials: moments,
      losses: wrong.spare,
      notes: { duplicates: wrong.spare },
    })
    expect(right).toEqual({ spare: 0, missing: 0 })
    expect(wrong.spare).toBeGreaterThan(0)
  })
})
