import { chmod, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSqliteStore, type EndpointStore } from '../../src/endpoint/index.ts'
import { migrateStore } from '../../src/endpoint/store/sqlite-schema.ts'
import { prepareStatements } from '../../src/endpoint/store/sqlite-statements.ts'
import { createSqliteStore } from '../../src/endpoint/store/sqlite-store.ts'
import { parsePut, prepareWrite } from '../../src/endpoint/protocol/requests.ts'
import { anArticle, aBody, aUuid } from './support/articles.ts'
import { NOW } from './support/harness.ts'

let folder: string
let path: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'redaksi-endpoint-'))
  path = join(folder, 'endpoint.sqlite')
})
afterEach(() => rm(folder, { recursive: true }))

const NO_FILES = { photos: new Map(), attachments: new Map() }
let versions = 0

async function put(store: EndpointStore, n: number, over: Parameters<typeof anArticle>[1] = {}, at = NOW) {
  const write = {
    ...prepareWrite(parsePut(anArticle(n, over), aUuid(n)), NO_FILES),
    version: `"${(versions += 1)}"`,
    at,
  }
  return store.change(aUuid(n), () => write)
}

async function list(store: EndpointStore, now = NOW): Promise<readonly string[]> {
  const listed = await store.listVisible({ now, below: null, limit: 100 })
  return listed.map((each) => each.slug)
}

describe('the embedded store', () => {
  it('keeps what it was given after it was closed', async () => {
    const store = openSqliteStore(path)
    const held = await put(store, 1)
    await store.close()
    const again = openSqliteStore(path)
    expect(await again.read(aUuid(1))).toEqual(held)
    await again.close()
  })

  it('keeps the history of an article, and each text once', async () => {
    const store = openSqliteStore(path)
    await put(store, 1)
    await put(store, 1, { version: '4' })
    await put(store, 1)
    await store.change(aUuid(1), () => ({ state: 'withdrawn', reason: 'x', version: '"w"', at: NOW }))
    await store.close()
    const database = new DatabaseSync(path)
    expect(database.prepare('SELECT count(*) AS n FROM revisions').get()).toEqual({ n: 4 })
    expect(database.prepare('SELECT count(*) AS n FROM contents').get()).toEqual({ n: 2 })
    database.close()
  })

  it('writes nothing when the decision throws', async () => {
    const store = openSqliteStore(path)
    const held = await put(store, 1)
    await expect(
      store.change(aUuid(1), () => {
        throw new Error('no')
      }),
    ).rejects.toThrow('no')
    expect(await store.read(aUuid(1))).toEqual(held)
    expect((await put(store, 2))?.change).toBe((held?.change ?? 0) + 1)
    await store.close()
  })

  it('is readable for its owner alone', async () => {
    const store = openSqliteStore(path)
    await put(store, 1)
    for (const name of [path, `${path}-wal`, `${path}-shm`])
      expect((await stat(name)).mode & 0o777).toBe(0o600)
    await store.close()
  })

  it('says that it is full, having written nothing, and goes on when there is room', async () => {
    const store = openSqliteStore(path)
    await put(store, 1)
    await store.close()
    const database = new DatabaseSync(path)
    // What SQLite meets on a full disk, for this connection alone.
    database.exec('PRAGMA max_page_count = 100')
    const full = createSqliteStore(database, path)
    const body = `<p>${'x'.repeat(3_000_000)}</p>`
    const write = {
      ...prepareWrite(parsePut(aBody(body, 2), aUuid(2)), NO_FILES),
      version: '"big"',
      at: NOW,
    }
    await expect(full.change(aUuid(2), () => write)).rejects.toMatchObject({ code: 'endpoint.store-full' })
    expect(await full.read(aUuid(2))).toBeNull()
    expect((await put(full, 3))?.slug).toBe('kelas-demokrasi-angkatan-3')
    await full.close()
  })

  it('finds what it needs by an index, however much it holds', () => {
    const database = new DatabaseSync(':memory:')
    migrateStore(database, ':memory:')
    const plans = Object.entries(prepareStatements(database)).map(([name, { sourceSQL }]) => {
      const values = Array.from({ length: sourceSQL.split('?').length - 1 }, () => 1)
      return { name, steps: database.prepare(`EXPLAIN QUERY PLAN ${sourceSQL}`).all(...values) }
    })
    expect(plans.filter(({ steps }) => isSlow(steps))).toEqual([])
    const scan = database
      .prepare("EXPLAIN QUERY PLAN SELECT * FROM articles WHERE card = 'x' ORDER BY card")
      .all()
    expect(isSlow(scan)).toBe(true)
    database.close()
  })

  it('is shared by two processes without losing a write', async () => {
    const [one, two] = [openSqliteStore(path), openSqliteStore(path)]
    for (let n = 0; n < 20; n += 1) await put(n % 2 === 0 ? one : two, n)
    expect(await one.listChanges(0, 100)).toHaveLength(20)
    expect(await two.listChanges(0, 100)).toEqual(await one.listChanges(0, 100))
    await Promise.all([one.close(), two.close()])
  })
})

describe('opening a store', () => {
  it('refuses one that a newer program made, and leaves it alone', async () => {
    await openSqliteStore(path).close()
    const database = new DatabaseSync(path)
    database.exec('PRAGMA user_version = 99')
    database.close()
    const before = await readFile(path)
    expect(() => openSqliteStore(path)).toThrow(
      expect.objectContaining({ code: 'endpoint.store-newer', details: { path, found: 99, known: 3 } }),
    )
    expect(await readFile(path)).toEqual(before)
  })

  it('refuses another program’s database, and leaves it alone', async () => {
    const database = new DatabaseSync(path)
    database.exec('CREATE TABLE notes (text TEXT)')
    database.close()
    const before = await readFile(path)
    expect(() => openSqliteStore(path)).toThrow(expect.objectContaining({ code: 'endpoint.store-foreign' }))
    expect(await readFile(path)).toEqual(before)
  })

  it('says of a file that is no database that it is damaged, and leaves it alone', async () => {
    await writeFile(path, 'not a database, but a text of some length\n'.repeat(200))
    const before = await readFile(path)
    expect(() => openSqliteStore(path)).toThrow(expect.objectContaining({ code: 'endpoint.store-damaged' }))
    expect(await readFile(path)).toEqual(before)
  })

  it('says that it cannot be opened where there is no folder', () => {
    const nowhere = join(folder, 'none', 'endpoint.sqlite')
    expect(() => openSqliteStore(nowhere)).toThrow(
      expect.objectContaining({ code: 'endpoint.store-unusable' }),
    )
  })

  it.skipIf(process.getuid?.() === 0)('says so where it may not write', async () => {
    await chmod(folder, 0o500)
    expect(() => openSqliteStore(path)).toThrow(expect.objectContaining({ code: 'endpoint.store-unusable' }))
    await chmod(folder, 0o700)
  })
})

describe('slugs', () => {
  const slugline = 'pengumuman'

  it('are numbered when several stories ask for one', async () => {
    const store = openSqliteStore(':memory:')
    const slugs = []
    for (let n = 0; n < 4; n += 1) slugs.push((await put(store, n, { slugline }))?.slug)
    expect(slugs).toEqual(['pengumuman', 'pengumuman-2', 'pengumuman-3', 'pengumuman-4'])
  })

  it('pass over a number that another story is called by', async () => {
    const store = openSqliteStore(':memory:')
    await put(store, 1, { slugline: 'pengumuman-2' })
    await put(store, 2, { slugline })
    expect((await put(store, 3, { slugline }))?.slug).toBe('pengumuman-3')
    expect((await put(store, 4, { slugline: 'pengumuman-2' }))?.slug).toBe('pengumuman-2-2')
  })

  it('stay with their story for ever, and come back to it', async () => {
    const store = openSqliteStore(':memory:')
    await put(store, 1, { slugline })
    await put(store, 1, { slugline: 'hasil-seleksi' })
    expect((await put(store, 2, { slugline }))?.slug).toBe('pengumuman-2')
    expect((await store.readBySlug(slugline))?.uuid).toBe(aUuid(1))
    expect((await put(store, 1, { slugline, version: '9' }))?.slug).toBe(slugline)
    expect((await store.readBySlug('hasil-seleksi'))?.slug).toBe(slugline)
  })

  it('are kept when the headline changes and the slugline does not', async () => {
    const store = openSqliteStore(':memory:')
    await put(store, 1, { slugline })
    await put(store, 2, { slugline })
    expect((await put(store, 2, { slugline, headlines: [{ value: 'Lain' }] }))?.slug).toBe('pengumuman-2')
  })
})

describe('the order of publication', () => {
  it('puts the first publication last published first, and corrections where they were', async () => {
    const store = openSqliteStore(':memory:')
    for (let n = 1; n <= 3; n += 1) await put(store, n, { slugline: `s-${n}` }, NOW + n)
    await put(store, 1, { slugline: 's-1', version: '9' }, NOW + 10)
    expect(await list(store, NOW + 10)).toEqual(['s-3', 's-2', 's-1'])
  })

  it('holds when the clock is set back', async () => {
    const store = openSqliteStore(':memory:')
    for (let n = 1; n <= 3; n += 1) await put(store, n, { slugline: `s-${n}` }, NOW - n * 3_600_000)
    expect(await list(store)).toEqual(['s-3', 's-2', 's-1'])
  })

  it('counts an embargo’s end as publication', async () => {
    const store = openSqliteStore(':memory:')
    const embargoedUntil = new Date(NOW + 1000).toISOString()
    await put(store, 1, { slugline: 's-1', embargoedUntil })
    await put(store, 2, { slugline: 's-2' }, NOW + 500)
    expect(await list(store, NOW + 999)).toEqual(['s-2'])
    expect(await list(store, NOW + 1000)).toEqual(['s-1', 's-2'])
    await put(store, 3, { slugline: 's-3' }, NOW + 1500)
    expect(await list(store, NOW + 1500)).toEqual(['s-3', 's-1', 's-2'])
  })

  it('counts an embargo that was moved before anyone saw the story', async () => {
    const store = openSqliteStore(':memory:')
    const until = (ms: number) => ({ slugline: 's-1', embargoedUntil: new Date(NOW + ms).toISOString() })
    await put(store, 1, until(1000))
    const moved = await put(store, 1, until(9000), NOW + 10)
    expect(moved?.publishedAt).toBe(NOW + 9000)
    const corrected = await put(store, 1, { ...until(9000), version: '9' }, NOW + 10_000)
    expect(corrected?.publishedAt).toBe(NOW + 9000)
  })

  it('keeps the place of a story that is withdrawn and comes back', async () => {
    const store = openSqliteStore(':memory:')
    await put(store, 1, { slugline: 's-1' })
    await put(store, 2, { slugline: 's-2' }, NOW + 1)
    await store.change(aUuid(1), () => ({ state: 'withdrawn', reason: 'x', version: '"w"', at: NOW + 2 }))
    expect(await list(store)).toEqual(['s-2'])
    await put(store, 1, { slugline: 's-1' }, NOW + 3)
    expect(await list(store)).toEqual(['s-2', 's-1'])
  })
})

/** Whether a plan reads a whole table, or sorts. */
function isSlow(steps: readonly Readonly<Record<string, unknown>>[]): boolean {
  return steps.some(({ detail }) => /^SCAN \w+$|TEMP B-TREE/.test(String(detail)))
}
