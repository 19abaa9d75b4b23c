import { join } from 'node:path'
import { systemRandom } from '../../../src/base/node/system.ts'
import { inspectLibrary, mendLibrary } from '../../../src/newsroom/drafts/node/index.ts'
import { copyFolder, inFolder } from './folders.ts'
import type { Flaw } from './flaws.ts'
import { ACTED_AT, type Operation, type Scene } from './operation.ts'
import { startProgram, type Program } from './program.ts'
import { attachStrace, killAt, ONE_BY_ONE, readPoints, WATCH_FILE_CALLS, type Point } from './strace.ts'

/** An operation on one template, from which every trial gets its own copy. */
export interface KillTrial {
  readonly operation: Operation
  readonly template: Scene
  readonly flaw: Flaw
}

/** What came of one kill: where it struck, and what was lost; null when nothing was. */
export interface KillResult {
  /** Null: after its acknowledgement. */
  readonly at: Point | null
  readonly state: 'old' | 'new' | 'broken'
  readonly loss: string | null
}

/** Does the operation once without harm, and returns its file calls, with names that hold for another process. */
export function findPoints(trial: KillTrial): Promise<readonly Point[]> {
  return inCopy(trial, async (scene) => {
    const program = await startOperation(trial, scene)
    const tracer = await attachStrace(program.pid, WATCH_FILE_CALLS, join(scene.folder, '..', 'strace.log'))
    program.send('go')
    await program.ended
    const { points, threads } = readPoints(await tracer.detach(), scene.folder)
    if (threads !== 1 || !program.lines.some(isAcknowledgement))
      throw new Error(`${trial.operation.name} ran on ${threads} threads: ${program.complaint()}`)
    return points.map((point) => {
      const path = point.path?.replace(scene.folder, FOLDER).replaceAll(`.${program.pid}-`, `.${PID}-`)
      return { ...point, path: path ?? null }
    })
  })
}

/** Stand for what differs from process to process in the names of files. */
const FOLDER = '{folder}'
const PID = '{pid}'

/** Kills the operation as one of its file calls begins, or, given none, right after it was acknowledged. */
export function killOnce(trial: KillTrial, point: Point | null): Promise<KillResult> {
  return inCopy(trial, async (scene) => {
    const program = await startOperation(trial, scene)
    if (point === null) await killAfterAnswer(program)
    else await killAtPoint(program, scene, point)
    const isAcknowledged = program.lines.some(isAcknowledgement)
    return { at: point, ...(await judgeScene(trial.operation, scene, isAcknowledged)) }
  })
}

function inCopy<T>({ template }: KillTrial, use: (scene: Scene) => Promise<T>): Promise<T> {
  return inFolder(async (folder) => {
    const scene = { ...template, folder: join(folder, 'scene') }
    await copyFolder(template.folder, scene.folder)
    return use(scene)
  })
}

async function startOperation({ operation, flaw }: KillTrial, scene: Scene): Promise<Program> {
  const program = startProgram('operate', { operation: operation.name, flaw, scene }, { env: ONE_BY_ONE })
  if ((await program.next()) === null)
    throw new Error(`${operation.name} did not start: ${program.complaint()}`)
  return program
}

async function killAfterAnswer(program: Program): Promise<void> {
  program.send('go')
  await program.next()
  await program.kill()
}

async function killAtPoint(program: Program, scene: Scene, point: Point): Promise<void> {
  const path = point.path?.replace(FOLDER, scene.folder).replaceAll(PID, String(program.pid)) ?? null
  const args = killAt({ ...point, path })
  const tracer = await attachStrace(program.pid, args, join(scene.folder, '..', 'strace.log'))
  program.send('go')
  const end = await program.ended
  await tracer.detach()
  if (end !== 'SIGKILL')
    throw new Error(`not killed at ${JSON.stringify(point)}, but ended ${end}: ${program.complaint()}`)
}

const isAcknowledgement = (line: unknown): boolean =>
  typeof line === 'object' && line !== null && 'acknowledged' in line

/** Looks at the scene as the next process finds it, has the doctor explain and mend it, and goes on working there. */
async function judgeScene(
  operation: Operation,
  scene: Scene,
  isAcknowledged: boolean,
): Promise<Pick<KillResult, 'state' | 'loss'>> {
  try {
    const state = await operation.judge(scene)
    if (typeof state !== 'string') return { state: 'broken', loss: state.broken }
    if (isAcknowledged && state === 'old') return { state, loss: 'what was acknowledged is gone' }
    const loss = await examine(operation, scene, state)
    if (loss !== null) return { state, loss }
    await operation.goOn(scene)
    return { state, loss: null }
  } catch (error) {
    return { state: 'broken', loss: String(error) }
  }
}

async function examine(
  { findings, makesLibrary = false, judge }: Operation,
  scene: Scene,
  state: 'old' | 'new',
): Promise<string | null> {
  if (makesLibrary && state === 'old') return null
  const library = join(scene.folder, 'library')
  const expected = ['drafts.temporary', ...findings]
  const found = (await inspectLibrary(library, { isAlone: true })).map(({ code }) => code)
  const strange = found.filter((code) => !expected.includes(code))
  if (strange.length > 0) return `the doctor finds ${strange.join()}`
  const { left } = await mendLibrary(library, { clock: { now: () => ACTED_AT }, random: systemRandom })
  const after = await inspectLibrary(library, { isAlone: true })
  if (left.length + after.length > 0) return `the doctor leaves ${after.map(({ code }) => code).join()}`
  const mended = await judge(scene)
  return typeof mended === 'string' ? null : `mended, ${mended.broken}`
}
