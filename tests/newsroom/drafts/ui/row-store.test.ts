import { describe, expect, it } from 'vitest'
import { RedaksiError } from '../../../../src/base/errors.ts'
import type { DraftList, DraftRow, ListRequest } from '../../../../src/newsroom/drafts/index.ts'
import { NOT_NARROWED, type LibraryAsk } from '../../../../src/newsroom/drafts/ui/library-ask.ts'
import { getRow, RowStore } from '../../../../src/newsroom/drafts/ui/row-store.ts'

const ALL: LibraryAsk = { ...NOT_NARROWED, sort: 'newest' }
const TOTAL = 50_000

/** A library of fifty thousand rows that answers when it is told to, in any order. */
function aLibrary() {
  const asked: { request: ListRequest & { limit: number }; answer: () => void; fail: () => void }[] = []
  const list = (request: ListRequest & { readonly limit: number }) =>
    new Promise<DraftList>((resolve, reject) => {
      asked.push({
        request,
        answer: () => resolve(readPage(request)),
        fail: () => reject(new RedaksiError('bridge.host-lost', { method: 'drafts.list' })),
      })
    })
  return { list, asked }
}

function readPage({ query = '', offset = 0, limit = 0 }: ListRequest): DraftList {
  const total = query === '' ? TOTAL : 3
  const drafts = Array.from({ length: Math.max(0, Math.min(limit, total - offset)) }, (_, i) =>
    aRow(`${query}${offset + i}`),
  )
  return { total, drafts }
}

function aRow(id: string): DraftRow {
  const at = '2025-11-14T02:00:00.000Z'
  const facts = { headline: id, slug: id, status: 'draft', revision: 1, updatedAt: at, words: 1 } as const
  return { id, ...facts, place: null, trashedAt: null, isPublic: false }
}

async function settle(): Promise<void> {
  for (let i = 0; i < 20; i += 1) await Promise.resolve()
}

async function answerAll(asked: ReturnType<typeof aLibrary>['asked'], from = 0): Promise<void> {
  for (let i = from; i < asked.length; i += 1) {
    asked[i]?.answer()
    await settle()
  }
}

describe('the rows of a long list', () => {
  it('are loaded where one looks, and nowhere else', async () => {
    const { list, asked } = aLibrary()
    const store = new RowStore(list, ALL)
    store.ask(ALL)
    await answerAll(asked)
    expect([store.getState().total, asked.length]).toEqual([TOTAL, 1])
    store.see(41_950, 41_970)
    await answerAll(asked, 1)
    expect(asked.map(({ request }) => request.offset)).toEqual([0, 41_900])
    expect([getRow(store.getState(), 41_955)?.id, getRow(store.getState(), 30_000)]).toEqual(['41955', null])
  })

  it('flung by are not asked for: only where one comes to rest is', async () => {
    const { list, asked } = aLibrary()
    const store = new RowStore(list, ALL)
    store.ask(ALL)
    await answerAll(asked)
    for (let at = 200; at <= 40_000; at += 200) store.see(at, at + 20)
    await answerAll(asked, 1)
    expect(asked.map(({ request }) => request.offset)).toEqual([0, 200, 40_000])
  })

  it('show the newest question alone, whichever answer comes last', async () => {
    const { list, asked } = aLibrary()
    const store = new RowStore(list, ALL)
    store.ask(ALL)
    store.ask({ ...ALL, query: 's' })
    store.ask({ ...ALL, query: 'si' })
    for (const { answer } of asked.toReversed()) answer()
    await settle()
    expect(store.getState()).toMatchObject({ total: 3, shown: { query: 'si' } })
    expect(getRow(store.getState(), 0)?.id).toBe('si0')
  })

  it('stay as they are when the host is gone, and say so; they are there again when it is', async () => {
    const { list, asked } = aLibrary()
    const store = new RowStore(list, ALL)
    store.ask(ALL)
    await answerAll(asked)
    const refreshed = store.refresh()
    asked.at(-1)?.fail()
    await refreshed
    expect(store.getState().error?.code).toBe('bridge.host-lost')
    expect(getRow(store.getState(), 5)?.id).toBe('5')
    const again = store.refresh()
    asked.at(-1)?.answer()
    await again
    expect(store.getState().error).toBeNull()
  })

  it('are forgotten when they are far, so that a long walk costs no more than a short one', async () => {
    const { list, asked } = aLibrary()
    const store = new RowStore(list, ALL)
    store.ask(ALL)
    await answerAll(asked)
    for (let page = 1; page <= 100; page += 1) {
      store.see(page * 100, page * 100 + 20)
      await answerAll(asked, page)
    }
    expect(store.getState().pages.size).toBe(40)
    expect([getRow(store.getState(), 0), getRow(store.getState(), 10_000)?.id]).toEqual([null, '10000'])
  })
})
