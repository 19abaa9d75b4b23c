import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { RedaksiError } from '../../../../src/base/errors.ts'
import type { DraftHead } from '../../../../src/newsroom/drafts/index.ts'
import {
  DraftSession,
  type DraftSessionOptions,
  type SpareText,
} from '../../../../src/newsroom/drafts/ui/draft-session.ts'
import type { Story } from '../../../../src/newsroom/story/index.ts'
import { aStory } from '../../../support/builders.ts'

type Save = DraftSessionOptions['save']

/**
 * A desk with a clock that is turned by hand, a disk that answers when it is told to, and someone who types. `isCutOff`
 * says which saves are carried out and not answered for.
 */
function createDesk(
  answer: (request: Parameters<Save>[0], count: number) => Promise<void> = () => Promise.resolve(),
  isCutOff: (count: number) => boolean = () => false,
) {
  let now = 0
  let next: { at: number; task: () => void } | null = null
  let typed = 0
  let disk = { revision: 1, text: 0 }
  const saves: number[] = []
  const spares = new Map<string, SpareText>()
  const read = (story: Story) => Number(story.headline)
  const session = new DraftSession({
    id: 'draf',
    revision: 1,
    getStory: () => aStory({ headline: String(typed) }),
    async save(request) {
      saves.push(now)
      await answer(request, saves.length)
      const text = read(request.story)
      if (request.baseRevision !== disk.revision && text !== disk.text)
        throw new RedaksiError('drafts.conflict', { id: 'draf' })
      if (text !== disk.text) disk = { revision: disk.revision + 1, text }
      if (isCutOff(saves.length)) throw new RedaksiError('bridge.host-lost')
      return { revision: disk.revision } as DraftHead
    },
    spares: {
      keep: async (id, spare) => void spares.set(id, spare),
      take: async (id) => spares.get(id) ?? null,
      drop: async (id) => void spares.delete(id),
    },
    timers: {
      now: () => now,
      start: (task, delay) => (next = { at: now + delay, task }),
      stop: (timer) => {
        if (timer === next) next = null
      },
    },
    onHead: () => undefined,
  })
  const settle = async () => {
    for (let i = 0; i < 20; i += 1) await Promise.resolve()
  }
  return {
    session,
    saves,
    spares,
    read: () => ({ typed, onDisk: disk.text, state: session.getState().kind }),
    type() {
      typed += 1
      session.noteChange()
    },
    async pass(milliseconds: number) {
      const end = now + milliseconds
      while (next !== null && next.at <= end) {
        const { at, task } = next
        now = Math.max(now, at)
        next = null
        task()
        await settle()
      }
      now = end
      await settle()
    },
  }
}

describe('DraftSession', () => {
  it('saves at the first pause', async () => {
    const desk = createDesk()
    desk.type()
    expect(desk.read().state).toBe('saving')
    await desk.pass(399)
    expect(desk.saves).toEqual([])
    await desk.pass(1)
    expect(desk.read()).toEqual({ typed: 1, onDisk: 1, state: 'saved' })
  })

  it('saves during a long spell of typing, however long it goes on', async () => {
    const desk = createDesk()
    for (let key = 0; key < 100; key += 1) {
      desk.type()
      await desk.pass(125)
    }
    const gaps = desk.saves.map((at, i) => at - (desk.saves[i - 1] ?? 0))
    expect(Math.max(...gaps)).toBeLessThanOrEqual(1_625)
  })

  it('says saved only when the newest key is on the disk, and never takes its own text for another’s', async () => {
    const outcomes = fc.constantFrom('answered', 'full', 'lost', 'cut-off' as const)
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.oneof(fc.constant('key' as const), fc.integer({ min: 1, max: 2_000 })), {
          maxLength: 60,
        }),
        fc.array(outcomes, { maxLength: 20 }),
        async (steps, fates) => {
          const desk = createDesk(
            async (_, count) => {
              const fate = fates[count - 1]
              if (fate === 'full') throw new RedaksiError('base.disk-full', { path: 'x' })
              if (fate === 'lost') throw new RedaksiError('bridge.host-lost')
            },
            (count) => fates[count - 1] === 'cut-off',
          )
          for (const step of steps) {
            if (step === 'key') desk.type()
            else await desk.pass(step)
            const { typed, onDisk, state } = desk.read()
            expect(state).not.toBe('refused')
            if (state === 'saved') expect(onDisk).toBe(typed)
          }
          await desk.pass(60_000)
          expect(desk.read()).toMatchObject({ onDisk: desk.read().typed, state: 'saved' })
          expect(desk.spares.size).toBe(0)
        },
      ),
    )
  })

  it('sends a text whose answer was cut off again, as it was, and what was typed since after it', async () => {
    const desk = createDesk(undefined, (count) => count === 1)
    desk.type()
    await desk.pass(400)
    desk.type()
    expect(desk.read()).toEqual({ typed: 2, onDisk: 1, state: 'failed' })
    expect(desk.spares.get('draf')).toMatchObject({ baseRevision: 1, sent: { headline: '1' } })
    expect(await desk.session.saveNow()).toEqual({ kind: 'saved' })
    expect([desk.read().onDisk, desk.session.getRevision(), desk.saves.length]).toEqual([2, 3, 3])
  })

  it('does not call a text saved that was typed while an older one was written', async () => {
    const release: (() => void)[] = []
    const desk = createDesk(() => new Promise<void>((resolve) => release.push(resolve)))
    desk.type()
    await desk.pass(400)
    desk.type()
    release[0]?.()
    await desk.pass(0)
    expect(desk.read()).toEqual({ typed: 2, onDisk: 1, state: 'saving' })
    await desk.pass(400)
    release[1]?.()
    await desk.pass(0)
    expect(desk.read()).toEqual({ typed: 2, onDisk: 2, state: 'saved' })
  })

  it('says why it failed, keeps the text, tries again, and forgets the spare copy once it is saved', async () => {
    const desk = createDesk((_, count) =>
      count < 3 ? Promise.reject(new RedaksiError('base.disk-full', { path: 'x' })) : Promise.resolve(),
    )
    desk.type()
    await desk.pass(400)
    expect(desk.session.getState()).toEqual({
      kind: 'failed',
      error: new RedaksiError('base.disk-full', { path: 'x' }),
    })
    expect(desk.spares.get('draf')?.story.headline).toBe('1')
    desk.type()
    await desk.pass(4_000)
    expect(desk.read()).toEqual({ typed: 2, onDisk: 2, state: 'saved' })
    expect(desk.spares.size).toBe(0)
  })

  it('never overwrites what someone else saved in between, and keeps the text', async () => {
    const desk = createDesk(() => Promise.reject(new RedaksiError('drafts.conflict', { id: 'draf' })))
    desk.type()
    await desk.pass(60_000)
    desk.type()
    await desk.pass(60_000)
    expect([desk.saves.length, desk.read().state, desk.spares.size]).toEqual([1, 'refused', 1])
  })

  it('saves at once when it is told to, and before it closes', async () => {
    const desk = createDesk()
    desk.type()
    await desk.session.saveNow()
    expect(desk.read().onDisk).toBe(1)
    desk.type()
    await desk.session.close()
    expect(desk.read().onDisk).toBe(2)
  })
})
