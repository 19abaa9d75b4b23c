import { cp, mkdir, readdir, readFile, rename, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { IndexWarning } from '../../../../src/newsroom/drafts/node/index-update.ts'
import type { Library, LibraryMode } from '../../../../src/newsroom/drafts/node/index.ts'
import { openLibraryIndex } from '../../../../src/newsroom/drafts/node/library-index.ts'
import { aStory } from '../../../support/builders.ts'
import { aLibrary, getCode } from './rig.ts'

const headlines = async (library: Library, query?: string) =>
  (await library.drafts.list(query === undefined ? {} : { query })).drafts.map((row) => row.headline)

/** A library with three drafts that was listed once and closed; its index is opened here, without a worker. */
async function aListedLibrary(mode: LibraryMode) {
  const { folder, library } = await aLibrary()
  const ids: string[] = []
  for (const headline of ['Alfa', 'Bravo', 'Carli'])
    ids.push((await library.drafts.create(aStory({ headline }))).id)
  await library.close()
  const warnings: string[] = []
  const listener = { onWarning: ({ code }: IndexWarning) => void warnings.push(code), onProgress: () => {} }
  const open = async () => {
    const index = await openLibraryIndex(folder, mode, listener)
    onTestFinished(() => index.close())
    return index
  }
  const first = await openLibraryIndex(folder, 'write', listener)
  first.close()
  const path = (i: number) => join(folder, 'drafts', ids[i] ?? '', 'draft.json')
  const edit = async (i: number, from: string, to: string) =>
    writeFile(path(i), (await readFile(path(i), 'utf8')).replaceAll(from, to))
  const list = async (query = '') => (await open()).list({ query }).drafts.map((row) => row.headline)
  return { folder, ids, path, edit, open, list, warnings, file: join(folder, 'index', 'list.sqlite') }
}

for (const mode of ['write', 'read'] as const) {
  describe(`an index that is opened to ${mode}`, () => {
    it('is used as it is when nothing changed', async () => {
      const { list, file } = await aListedLibrary(mode)
      const database = new DatabaseSync(file)
      database.exec("UPDATE drafts SET headline = 'dari indeks'")
      database.close()
      expect(await list()).toEqual(['dari indeks', 'dari indeks', 'dari indeks'])
    })

    it('notices a draft that was changed by hand, of the same size too', async () => {
      const { open, edit, warnings } = await aListedLibrary(mode)
      await edit(0, 'Alfa', 'Alpa')
      await edit(1, 'Bravo', 'Bravo dan lagi')
      const index = await open()
      expect(index.list({}).drafts.map((row) => row.headline)).toEqual(['Carli', 'Bravo dan lagi', 'Alpa'])
      expect([index.list({ query: 'alpa' }).total, index.list({ query: 'alfa' }).total]).toEqual([1, 0])
      expect(warnings).toEqual(['drafts.changed-outside', 'drafts.changed-outside'])
    })

    it('notices a change that kept size and time, by the file it is in', async () => {
      const { list, path } = await aListedLibrary(mode)
      const { atime, mtime, size } = await stat(path(0))
      const text = (await readFile(path(0), 'utf8')).replace('Alfa', 'Alpa')
      await rename(path(0), `${path(0)}.lama`)
      await writeFile(path(0), text)
      await utimes(path(0), atime, mtime)
      expect((await stat(path(0))).size).toBe(size)
      expect(await list()).toEqual(['Carli', 'Bravo', 'Alpa'])
    })

    it('notices drafts that came and went', async () => {
      const { open, folder, ids } = await aListedLibrary(mode)
      const other = await aLibrary()
      const { id } = await other.library.drafts.create(aStory({ headline: 'Dibawa' }))
      await cp(join(other.folder, 'drafts', id), join(folder, 'drafts', id), { recursive: true })
      await rm(join(folder, 'drafts', ids[2] ?? ''), { recursive: true })
      const { total, drafts } = (await open()).list({})
      expect([total, drafts.map((row) => row.headline).toSorted()]).toEqual([3, ['Alfa', 'Bravo', 'Dibawa']])
    })

    it('notices what the ledger says, and that it says it no more', async () => {
      const { folder, ids } = await aListedLibrary(mode)
      await mkdir(join(folder, 'ledger'))
      const ledger = join(folder, 'ledger', `${ids[0]}.json`)
      const statuses: unknown[] = []
      const look = async () => {
        const index = await openLibraryIndex(folder, mode, { onWarning: () => {}, onProgress: () => {} })
        statuses.push(index.list({}).drafts.at(-1)?.status)
        index.close()
      }
      for (const content of [
        '{"status": "published", "more": 1}',
        '{"status": "withdrawn"}',
        '{"half',
        '{"status": "new"}',
      ]) {
        await writeFile(ledger, content)
        await look()
      }
      await rm(ledger)
      await look()
      expect(statuses).toEqual(['published', 'withdrawn', 'draft', 'draft', 'draft'])
    })

    it('is made anew when it is missing, damaged, cut or of another version', async () => {
      const { file, folder } = await aListedLibrary(mode)
      const spoils = [
        () => rm(file),
        () => rm(join(folder, 'index'), { recursive: true }),
        () => writeFile(file, 'this is no database at all, but it is long enough to be one'),
        async () => writeFile(file, (await readFile(file)).subarray(0, 9000)),
        async () => writeFile(file, (await readFile(file)).fill(7, 4096, 40_000)),
        () => {
          const database = new DatabaseSync(file)
          database.exec('PRAGMA user_version = 99')
          database.close()
        },
      ]
      for (const spoil of spoils) {
        await spoil()
        const index = await openLibraryIndex(folder, mode, { onWarning: () => {}, onProgress: () => {} })
        const find = (query: string) => index.list({ query }).drafts.map((row) => row.headline)
        expect([find(''), find('bravo')]).toEqual([['Carli', 'Bravo', 'Alfa'], ['Bravo']])
        index.close()
      }
    })

    it('is made in memory where the folder cannot be written', async () => {
      const { open, folder } = await aListedLibrary(mode)
      await rm(join(folder, 'index'), { recursive: true })
      await writeFile(join(folder, 'index'), 'a file where the folder should be')
      expect((await open()).list({ query: 'carli' }).total).toBe(1)
    })
  })
}

describe('an index that goes bad while it is open', () => {
  it('is noticed when it is touched, and made anew', async () => {
    const { open, file } = await aListedLibrary('write')
    const index = await open()
    const other = new DatabaseSync(file)
    other.enableDefensive(false)
    other.exec("UPDATE texts_data SET block = x'ffff' WHERE id <> 10")
    other.close()
    expect(index.list({ query: 'bravo' }).drafts.map((row) => row.headline)).toEqual(['Bravo'])
  })
})

describe('the index of a writer', () => {
  it('knows each change as soon as it was answered for', async () => {
    const { library, clock } = await aLibrary()
    await library.drafts.list()
    const first = await library.drafts.create(aStory({ headline: 'Satu', slug: 'satu' }), {
      source: { file: 'a', sha256: 'b'.repeat(64) },
    })
    await library.drafts.create(aStory({ headline: 'Dua', slug: 'dua' }))
    clock.advance(1)
    await library.drafts.save(first.id, {
      baseRevision: 1,
      story: aStory({ headline: 'Satu lagi', slug: 'satu-lagi', blocks: ['Tiga kata saja.'] }),
    })
    expect((await library.drafts.list()).drafts[0]).toEqual({
      id: first.id,
      headline: 'Satu lagi',
      slug: 'satu-lagi',
      status: 'draft',
      revision: 2,
      updatedAt: '2025-11-14T02:01:00.000Z',
      words: 3,
      place: 'Tirtasari',
      trashedAt: null,
      isPublic: false,
    })
    expect(await library.drafts.findBySource('b'.repeat(64))).toBe(first.id)
    expect(await library.drafts.findBySource('c'.repeat(64))).toBeNull()
    const taken = ['satu', 'satu-lagi', 'dua'].map((slug) => library.drafts.isSlugTaken(slug))
    expect(await Promise.all(taken)).toEqual([false, true, true])
    expect(await library.drafts.isSlugTaken('satu-lagi', first.id)).toBe(false)
    await library.drafts.trash(first.id)
    expect(await headlines(library)).toEqual(['Dua'])
    expect((await library.drafts.list({ status: 'trashed' })).total).toBe(1)
  })

  it('is private to its owner', async () => {
    const { library, folder } = await aLibrary()
    await library.drafts.create(aStory())
    await library.drafts.list()
    const names = await readdir(join(folder, 'index'))
    const modes = await Promise.all(
      names.map(async (name) => (await stat(join(folder, 'index', name))).mode & 0o077),
    )
    expect([names.includes('list.sqlite'), modes.every((mode) => mode === 0)]).toEqual([true, true])
  })

  it('reads again what the publishing side changed, when told', async () => {
    const { library, folder } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    await library.drafts.list()
    await mkdir(join(folder, 'ledger'))
    await writeFile(join(folder, 'ledger', `${id}.json`), '{"status": "corrected"}')
    await library.drafts.refresh(id)
    expect((await library.drafts.list({ status: 'corrected' })).total).toBe(1)
  })

  it('tells how far it is when there is much to read', async () => {
    const { library, open } = await aLibrary()
    for (let i = 0; i < 5; i += 1) await library.drafts.create(aStory())
    await library.close()
    const progress: unknown[] = []
    await (await open({ onProgress: (news) => void progress.push(news) })).drafts.list()
    expect(progress).toEqual([{ done: 5, total: 5 }])
  })

  it('fails in words when the worker cannot run, and is tried again', async () => {
    const { open, library } = await aLibrary()
    await library.close()
    const broken = await open({ workerUrl: new URL('file:///no/such/worker.js') })
    expect(await getCode(broken.drafts.list())).toBe('drafts.index-failed')
    const draft = await broken.drafts.create(aStory())
    expect((await broken.drafts.read(draft.id)).revision).toBe(1)
    expect(await getCode(broken.drafts.list())).toBe('drafts.index-failed')
  })
})

describe('a reader beside a writer', () => {
  it('sees what the writer listed, and what it saves later, through the same file', async () => {
    const { library, open } = await aLibrary()
    await library.drafts.create(aStory({ headline: 'Satu' }))
    await library.drafts.list()
    const reader = await open({ mode: 'read' })
    expect(await headlines(reader)).toEqual(['Satu'])
    await library.drafts.create(aStory({ headline: 'Dua' }))
    await library.drafts.settle()
    expect(await headlines(reader)).toEqual(['Dua', 'Satu'])
  })

  it('makes its own when the writer has not listed yet, and does not stand in its way', async () => {
    const { library, open } = await aLibrary()
    await library.drafts.create(aStory({ headline: 'Satu' }))
    const reader = await open({ mode: 'read' })
    expect(await headlines(reader)).toEqual(['Satu'])
    await library.drafts.create(aStory({ headline: 'Dua' }))
    expect(await headlines(library)).toEqual(['Dua', 'Satu'])
  })

  it('has an outbox overlay of its own', async () => {
    const { library, open } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    await library.drafts.setQueuedStatuses(new Map([[id, 'queued']]))
    const reader = await open({ mode: 'read' })
    await library.drafts.list()
    const statuses = async () =>
      [library, reader].map(async (each) => (await each.drafts.list()).drafts[0]?.status)
    expect(await Promise.all(await statuses())).toEqual(['queued', 'draft'])
    await reader.drafts.setQueuedStatuses(new Map([[id, 'scheduled']]))
    await library.drafts.setQueuedStatuses(new Map())
    expect(await Promise.all(await statuses())).toEqual(['draft', 'scheduled'])
  })
})
