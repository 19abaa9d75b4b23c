import { isRedaksiError, type RedaksiError } from '../../../base/errors.ts'
import { formatNumber } from '../../../base/ui/time.ts'
import type { MassKind, MassWork } from '../../../newsroom/drafts/ui/index.ts'
import { copyDraft } from '../acts/copy-draft.ts'
import { saveFirst, type Desk } from '../desk.ts'
import { saveFile } from '../save-file.ts'

/** One piece of work on several stories. `run` starts another one: the way back. */
export interface MassRequest {
  readonly kind: MassKind
  readonly ids: readonly string[]
  readonly signal: AbortSignal
  readonly tell: (work: MassWork) => void
  readonly run: (kind: MassKind, ids: readonly string[]) => void
}

/** Stories that are worked on at the same time. Files are handed out one after the other, or a browser drops some. */
const SIDE_BY_SIDE: Readonly<Record<MassKind, number>> = {
  duplicate: 4,
  export: 1,
  trash: 4,
  restore: 4,
  remove: 4,
}
/** How often it is said how far it is, in milliseconds. */
const TELL_EVERY = 100

/** Does one thing to one story, and returns the id that the way back needs. */
const STEPS: Readonly<Record<MassKind, (desk: Desk, id: string) => Promise<string>>> = {
  duplicate: async (desk, id) => (await copyDraft(desk, id)).id,
  async export({ client }, id) {
    const { text, fileName, mediaType } = await client.drafts.export({ id, format: 'txt' })
    saveFile(text, fileName, mediaType)
    return id
  },
  trash: async ({ client }, id) => (await client.drafts.trash({ id })).id,
  restore: async ({ client }, id) => (await client.drafts.untrash({ id })).id,
  async remove({ client }, id) {
    await client.drafts.remove({ id })
    return id
  },
}

const WAYS_BACK: Readonly<Partial<Record<MassKind, MassKind>>> = {
  duplicate: 'trash',
  trash: 'restore',
  restore: 'trash',
}

/** Refused for this story alone: the others go on. */
const KEPT: ReadonlySet<string> = new Set(['desk.still-public', 'desk.still-queued', 'drafts.not-trashed'])

/**
 * Does one thing to several stories, and says what came of it, with one way back for all of them. Each story is done
 * whole or not at all, so that it can be stopped at any time, by a person, a full disk or a cut.
 */
export async function runMass(desk: Desk, request: MassRequest): Promise<void> {
  const { kind, ids, run } = request
  const { open, say } = desk
  if (open !== null && ids.includes(open.head.id) && kind !== 'remove') await saveFirst(open)
  const result = await workThrough(desk, request)
  if (kind !== 'remove') await showOpen(desk, ids)
  const back = WAYS_BACK[kind]
  const words = describe(desk, request, result)
  say(
    back === undefined || result.done.length === 0
      ? { words }
      : { words, undo: () => run(back, result.done) },
  )
}

interface MassResult {
  readonly done: readonly string[]
  /** Those that were refused, each for its own reason. */
  readonly kept: number
  /** What ended the work before its time. */
  readonly error: RedaksiError | null
}

async function workThrough(desk: Desk, { kind, ids, signal, tell }: MassRequest): Promise<MassResult> {
  const waiting = ids.values()
  const done: string[] = []
  let [kept, told] = [0, performance.now()]
  let error: RedaksiError | null = null
  const work = async () => {
    for (const id of waiting) {
      if (signal.aborted || error !== null) return
      try {
        done.push(await STEPS[kind](desk, id))
      } catch (reason) {
        if (!isRedaksiError(reason)) throw reason
        if (KEPT.has(reason.code)) kept += 1
        else error ??= reason
      }
      if (performance.now() - told < TELL_EVERY) continue
      told = performance.now()
      tell({ kind, done: done.length, total: ids.length })
    }
  }
  await Promise.all(Array.from({ length: SIDE_BY_SIDE[kind] }, work))
  return { done, kept, error }
}

/** The open story may be one of them: its page shows what it is now. */
async function showOpen({ client, open }: Desk, ids: readonly string[]): Promise<void> {
  if (open === null || !ids.includes(open.head.id)) return
  const { draft } = await client.drafts.read({ id: open.head.id })
  const { story: _story, ...head } = draft
  open.noteHead(head)
}

function describe(
  { translate, locale }: Desk,
  { kind, ids }: MassRequest,
  { done, kept, error }: MassResult,
): string {
  const left = ids.length - done.length - kept
  const say = (key: string, count: number) => translate(key, { count: formatNumber(count, locale) })
  return [
    say(`library.done.${kind}`, done.length),
    kept === 0 ? '' : say('library.done.kept', kept),
    left === 0 ? '' : say('library.done.stopped', left),
    error === null ? '' : translate(error.code, error.details),
  ]
    .filter((words) => words !== '')
    .join(' ')
}
