import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { RedaksiError } from '../../src/base/errors.ts'
import { declareOffer, toSchema, typed } from '../../src/base/offer.ts'
import { appContract, createDispatcher, type Dispatch } from '../../src/bridge/index.ts'
import { parseStory } from '../../src/newsroom/story/index.ts'
import { aStory } from '../support/builders.ts'
import { notesContract, type Note } from './notes-contract.ts'

const METHODS = ['notes.add', 'notes.list', 'clock.read']

function createNotes(fail?: unknown) {
  const seen: unknown[] = []
  const bugs: unknown[] = []
  const answer = <Reply>(input: unknown, reply: Reply): Reply => {
    seen.push(input)
    if (fail !== undefined) throw fail
    return reply
  }
  const dispatch = createDispatcher(
    notesContract,
    {
      notes: { add: (note) => answer(note, note), list: (request) => answer(request, []) },
      clock: { read: (nothing) => answer(nothing, 7) },
    },
    { onBug: (error) => bugs.push(error), limit: 10_000 },
  )
  return { dispatch, seen, bugs }
}

/** What each handler may be given, said a second time and by hand. */
function isFit(input: unknown): boolean {
  if (typeof input !== 'object' || input === null || Array.isArray(input)) return false
  const { text, pages, limit, ...rest } = input as Record<string, unknown>
  if (Object.keys(rest).length > 0) return false
  const isPages = (value: unknown, most: number) =>
    Number.isInteger(value) && Number(value) >= 1 && Number(value) <= most
  if (text !== undefined || pages !== undefined) {
    return typeof text === 'string' && text.length <= 100 && isPages(pages, 9) && limit === undefined
  }
  return limit === undefined || isPages(limit, Number.MAX_SAFE_INTEGER)
}

const hostile = fc.oneof(
  fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSet: true,
    withTypedArray: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
  }),
  fc.record({ text: fc.anything(), pages: fc.anything() }, { requiredKeys: [] }),
  fc.record(
    {
      text: fc.string(),
      pages: fc.integer({ min: -2, max: 12 }),
      limit: fc.option(fc.nat(), { nil: undefined }),
    },
    { requiredKeys: [] },
  ),
  fc.dictionary(fc.constantFrom('__proto__', 'constructor', 'text', 'pages', 'toString'), fc.anything()),
)
const method = fc.oneof(
  fc.constantFrom(...METHODS),
  fc.constantFrom(
    '__proto__',
    'constructor',
    'notes',
    'notes.',
    '.add',
    'notes.add.x',
    'notes.constructor',
    'notes.__proto__',
    'toString',
    'hasOwnProperty',
    'NOTES.ADD',
    'notes.add ',
    '',
  ),
  fc.string(),
)

async function countUnfit(dispatch: Dispatch, seen: readonly unknown[], runs: number): Promise<number> {
  await fc.assert(
    fc.asyncProperty(method, hostile, async (name, argument) => {
      const before = seen.length
      const envelope = await dispatch(name, argument)
      expect(envelope).toHaveProperty('ok')
      if (!METHODS.includes(name)) expect([envelope.ok, seen.length]).toEqual([false, before])
      expect(envelope.ok).toBe(seen.length > before)
    }),
    { numRuns: runs, seed: 4711 },
  )
  return seen.filter((input) => !isFit(input)).length
}

describe('createDispatcher', () => {
  it('answers a call with the value of its handler', async () => {
    const { dispatch } = createNotes()
    expect(await dispatch('notes.add', { text: 'Rapat', pages: 2 })).toEqual({
      ok: true,
      value: { text: 'Rapat', pages: 2 },
    })
    expect(await dispatch('clock.read', undefined)).toEqual({ ok: true, value: 7 })
  })

  it('lets no hostile input reach a handler', async () => {
    const { dispatch, seen } = createNotes()
    expect(await countUnfit(dispatch, seen, 3_000)).toBe(0)
    expect(seen.length).toBeGreaterThan(50)
  })

  it('would be caught by that test if it did not parse', async () => {
    const seen: unknown[] = []
    const faulty: Dispatch = async (name, argument) => {
      if (!METHODS.includes(name))
        return { ok: false, error: { code: 'bridge.unknown-method', message: '', details: {} } }
      seen.push(argument)
      return { ok: true, value: null }
    }
    expect(await countUnfit(faulty, seen, 300)).toBeGreaterThan(0)
  })

  it('lets no hostile input reach a handler of the real contract', async () => {
    const seen: unknown[] = []
    const spy = new Proxy({}, { get: () => (input: unknown) => void seen.push(input) })
    const names = Object.entries(appContract).flatMap(([part, { methods }]) =>
      Object.keys(methods).map((name) => `${part}.${name}`),
    )
    const dispatch = createDispatcher(
      appContract,
      Object.fromEntries(Object.keys(appContract).map((part) => [part, spy])) as unknown as Parameters<
        typeof createDispatcher<typeof appContract>
      >[1],
      { onBug: () => undefined },
    )
    const schemas = new Map(names.map((name) => [name, findInput(name)]))
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), hostile, async (name, argument) => {
        const before = seen.length
        await dispatch(name, argument)
        if (seen.length > before) expect(schemas.get(name)?.safeParse(argument ?? {}).success).toBe(true)
      }),
      { numRuns: 2_000, seed: 4712 },
    )
    expect(names.length).toBeGreaterThan(20)
  })

  it('refuses an unknown method, saying only the beginning of a long name', async () => {
    const { dispatch } = createNotes()
    expect(await dispatch('notes.remove', {})).toMatchObject({
      error: { code: 'bridge.unknown-method', details: { method: 'notes.remove' } },
    })
    expect(JSON.stringify(await dispatch('x'.repeat(1_000_000), {})).length).toBeLessThan(1_000)
  })

  it('names the place of a bad input', async () => {
    const { dispatch } = createNotes()
    expect(await dispatch('notes.add', { text: 'Rapat', pages: 'dua' })).toMatchObject({
      ok: false,
      error: { code: 'bridge.bad-input', details: { method: 'notes.add', at: 'pages' } },
    })
    expect(await dispatch('notes.add', { text: 'Rapat', pages: 1, extra: 1 })).toMatchObject({
      error: { details: { at: '/' } },
    })
    expect(await dispatch('notes.add', null)).toMatchObject({ error: { code: 'bridge.bad-input' } })
  })

  it('names the place in a story', async () => {
    const contract = {
      drafts: declareOffer({
        methods: { save: { input: z.strictObject({ story: toSchema(parseStory) }), reply: typed<null>() } },
        events: {},
      }),
    }
    const dispatch = createDispatcher(contract, { drafts: { save: () => null } }, { onBug: () => undefined })
    expect(await dispatch('drafts.save', { story: aStory() })).toEqual({ ok: true, value: null })
    const [first] = aStory().blocks
    expect(
      await dispatch('drafts.save', { story: { ...aStory(), blocks: [first, { ...first, id: 7 }] } }),
    ).toMatchObject({
      error: { code: 'bridge.bad-input', details: { at: 'story.blocks.1.id' } },
    })
  })

  it('refuses what is too large before it is parsed, were it endless', async () => {
    const { dispatch, seen } = createNotes()
    const ring: Record<string, unknown> = {}
    ring['ring'] = ring
    const huge = [{ text: 'x'.repeat(10_001), pages: 1 }, Array(1e9), ring, new Uint8Array(10_001)]
    for (const argument of huge) {
      expect(await dispatch('notes.add', argument)).toMatchObject({
        error: { code: 'bridge.too-large', details: { limit: 10_000 } },
      })
    }
    expect(seen).toEqual([])
  })

  it('survives an object that throws when it is looked at', async () => {
    const { dispatch, seen } = createNotes()
    const trap = Object.defineProperty({ pages: 1 }, 'text', {
      enumerable: true,
      get: () => {
        throw new Error('no')
      },
    })
    expect(await dispatch('notes.add', trap)).toMatchObject({ error: { code: 'bridge.bad-input' } })
    expect(seen).toEqual([])
  })

  it('passes on an expected failure with its code and its facts', async () => {
    const { dispatch, bugs } = createNotes(
      new RedaksiError('drafts.not-found', { id: 'a' }, new Error('ENOENT /home/rara/x')),
    )
    const envelope = await dispatch('clock.read', {})
    expect(envelope).toEqual({
      ok: false,
      error: { code: 'drafts.not-found', message: 'drafts.not-found (id=a)', details: { id: 'a' } },
    })
    expect(bugs).toEqual([])
  })

  it('tells a bug to the host with its stack, and to the page without a word of it', async () => {
    const bug = new TypeError('cannot read /home/rara/rahasia of undefined')
    const { dispatch, bugs } = createNotes(bug)
    const envelope = await dispatch('clock.read', {})
    expect(envelope).toEqual({
      ok: false,
      error: {
        code: 'bridge.bug',
        message: 'bridge.bug (method=clock.read)',
        details: { method: 'clock.read' },
      },
    })
    expect(JSON.stringify(envelope)).not.toMatch(/rahasia|\.ts|TypeError/)
    expect(bugs).toEqual([bug])
  })

  it('does not start when nobody answers a method', () => {
    const handlers = { notes: { add: (note: Note) => note }, clock: { read: () => 0 } }
    expect(() => createDispatcher(notesContract, handlers as never, { onBug: () => undefined })).toThrow(
      'nobody answers notes.list',
    )
  })
})

function findInput(name: string): z.ZodType | undefined {
  const [part = '', method = ''] = name.split('.')
  const offers: Readonly<Record<string, { methods: Readonly<Record<string, { input: z.ZodType }>> }>> =
    appContract
  return offers[part]?.methods[method]?.input
}
