import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRedaksiError } from '../../../../src/base/errors.ts'
import { createLibrary, openLibrary } from '../../../../src/newsroom/drafts/node/index.ts'
import type { Migration } from '../../../../src/newsroom/drafts/index.ts'
import { aHouse, aStory, createTestRandom } from '../../../support/builders.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'
import { aLibrary, createTestClock, getCode } from './rig.ts'

const make = () => ({ house: aHouse(), clock: createTestClock(), random: createTestRandom() })
const options = { mode: 'write' as const, clock: createTestClock(), random: createTestRandom() }
const readJson = async (path: string): Promise<Record<string, unknown>> =>
  JSON.parse(await readFile(path, 'utf8'))

describe('createLibrary', () => {
  it('makes a library in a folder that is missing or empty, for its owner alone', async () => {
    const folder = join(await makeTemporaryFolder(), 'kantor', 'pustaka')
    const { id } = await createLibrary(folder, make())
    expect(await readJson(join(folder, 'library.json'))).toEqual({
      format: 1,
      id,
      createdAt: '2025-11-14T02:00:00.000Z',
    })
    expect(await readJson(join(folder, 'targets.json'))).toEqual({ schema: 1, targets: [] })
    const library = await openLibrary(folder, options)
    expect([library.id, await library.readHouse(), (await library.drafts.list()).total]).toEqual([
      id,
      aHouse(),
      0,
    ])
    await library.close()
    expect([
      (await stat(folder)).mode & 0o777,
      (await stat(join(folder, 'house.json'))).mode & 0o777,
    ]).toEqual([0o700, 0o600])
  })

  it('refuses a library and a folder with anything in it, and leaves both as they are', async () => {
    const { folder } = await aLibrary()
    expect(await getCode(createLibrary(folder, make()))).toBe('drafts.library-exists')
    const other = await makeTemporaryFolder()
    await writeFile(join(other, 'catatan.txt'), 'x')
    expect(await getCode(createLibrary(other, make()))).toBe('drafts.folder-not-empty')
    expect(await readdir(other)).toEqual(['catatan.txt'])
  })

  it('is no library until it is whole, and can be made again after an interruption', async () => {
    const folder = join(await makeTemporaryFolder(), 'pustaka')
    await createLibrary(folder, make())
    await rm(join(folder, 'library.json'))
    expect(await getCode(openLibrary(folder, options))).toBe('drafts.no-library')
    await createLibrary(folder, make())
    await (await openLibrary(folder, options)).close()
    await mkdir(join(folder, 'drafts', 'x'))
    await rm(join(folder, 'library.json'))
    expect(await getCode(createLibrary(folder, make()))).toBe('drafts.folder-not-empty')
  })
})

describe('openLibrary', () => {
  it('says that there is none, and leaves nothing behind', async () => {
    const folder = await makeTemporaryFolder()
    for (const place of [folder, join(folder, 'tidak-ada')]) {
      expect(await getCode(openLibrary(place, options))).toBe('drafts.no-library')
    }
    expect(await readdir(folder)).toEqual([])
  })

  it('refuses a newer library for writing and for reading, and changes nothing', async () => {
    const { folder, library } = await aLibrary()
    await library.close()
    const path = join(folder, 'library.json')
    await writeFile(path, '{"format": 7, "something": ["new"]}')
    for (const mode of ['write', 'read'] as const) {
      const error: unknown = await openLibrary(folder, { ...options, mode }).catch(
        (thrown: unknown) => thrown,
      )
      expect(isRedaksiError(error, 'drafts.library-newer') && error.details).toEqual({
        folder,
        format: 7,
        supported: 1,
      })
    }
    expect(await readFile(path, 'utf8')).toBe('{"format": 7, "something": ["new"]}')
  })

  it('refuses a damaged library.json and names it', async () => {
    const { folder, library } = await aLibrary()
    await library.close()
    const path = join(folder, 'library.json')
    for (const content of ['', '{', 'null', '[]', '{"format": "1"}', '{"format": 1}']) {
      await writeFile(path, content)
      const error: unknown = await openLibrary(folder, options).catch((thrown: unknown) => thrown)
      expect(isRedaksiError(error, 'drafts.library-damaged') && error.details).toEqual({ path })
    }
  })

  it('names the holder of a library that is open, and lets it be read', async () => {
    const { folder, library, open } = await aLibrary({ address: 'http://127.0.0.1:4000/' })
    const { id } = await library.drafts.create(aStory())
    const refused = async () => {
      const error: unknown = await openLibrary(folder, options).catch((thrown: unknown) => thrown)
      return isRedaksiError(error, 'drafts.library-locked') && error.details
    }
    const { pid } = process
    expect(await refused()).toEqual({ folder, pid, address: 'http://127.0.0.1:4000/', socket: null })
    const places = { address: 'http://127.0.0.1:4001/', socket: '/run/user/1000/redaksi/a.sock' }
    await library.announce(places)
    expect(await refused()).toEqual({ folder, pid, ...places })
    const reader = await open({ mode: 'read' })
    expect((await reader.drafts.list()).drafts.map((row) => row.id)).toEqual([id])
    await library.close()
    await (await openLibrary(folder, options)).close()
  })

  it('goes on counting where it stopped, however the counter was lost', async () => {
    const { folder, library, open } = await aLibrary()
    const first = await library.drafts.create(aStory())
    await library.close()
    for (const spoil of [
      () => {},
      () => rm(join(folder, 'index'), { recursive: true }),
      () => writeFile(join(folder, 'index', 'order.json'), 'x'),
    ]) {
      await spoil()
      const again = await open()
      const { order } = await again.drafts.create(aStory())
      expect(order).toBeGreaterThan(first.order)
      const rows = (await again.drafts.list()).drafts
      expect(rows.at(-1)?.id).toBe(first.id)
      await again.close()
    }
  })
})

describe('the house', () => {
  it('is written durably and read back; a damaged one is named and not overwritten', async () => {
    const { folder, library } = await aLibrary()
    const house = aHouse({ staff: [] })
    await library.writeHouse(house)
    expect(await library.readHouse()).toEqual(house)
    await writeFile(join(folder, 'house.json'), '{"organisation":')
    expect(await getCode(library.readHouse())).toBe('drafts.library-damaged')
    expect(await getCode(library.writeHouse(house))).toBe('base.file-damaged')
  })
})

describe('migrations', () => {
  /** Two steps, told apart by what they append to the headline. */
  const append = (format: number, failAt = Infinity): Migration => {
    let seen = 0
    return {
      format,
      migrate(kind, value) {
        if (kind !== 'draft' && kind !== 'snapshot') return value
        if ((seen += 1) > failAt) throw new Error('the power goes')
        const { story, ...rest } = structuredClone(value) as { story: { headline: string } }
        const mark = ` v${format}`
        return {
          ...rest,
          story: story.headline.endsWith(mark) ? story : { ...story, headline: story.headline + mark },
        }
      },
    }
  }

  async function anOldLibrary() {
    const rig = await aLibrary()
    const ids = []
    for (const headline of ['A', 'B', 'C'])
      ids.push((await rig.library.drafts.create(aStory({ headline }))).id)
    await rig.library.drafts.save(ids[0] ?? '', { baseRevision: 1, story: aStory({ headline: 'A2' }) })
    await rig.library.close()
    return { ...rig, ids }
  }

  it('are run by a writer, in order, over every draft and every kept revision', async () => {
    const { open, folder, ids } = await anOldLibrary()
    const library = await open({ migrations: [append(2), append(3)] })
    expect((await library.drafts.read(ids[0] ?? '')).story.headline).toBe('A2 v2 v3')
    expect((await library.drafts.readRevision(ids[0] ?? '', 1)).headline).toBe('A v2 v3')
    expect((await library.drafts.list({ query: 'v3' })).total).toBe(3)
    expect(await readJson(join(folder, 'library.json'))).toMatchObject({ format: 3 })
    await library.close()
    expect(await getCode(open())).toBe('drafts.library-newer')
  })

  it('are not run by a reader, which says so', async () => {
    const { open, folder } = await anOldLibrary()
    const before = await readFile(join(folder, 'library.json'), 'utf8')
    expect(await getCode(open({ mode: 'read', migrations: [append(2)] }))).toBe('drafts.library-older')
    expect(await readFile(join(folder, 'library.json'), 'utf8')).toBe(before)
  })

  it('start again after an interruption, and change nothing twice', async () => {
    const { open, folder, ids } = await anOldLibrary()
    await expect(open({ migrations: [append(2, 2)] })).rejects.toThrow('the power goes')
    expect(await readJson(join(folder, 'library.json'))).toMatchObject({ format: 1 })
    const library = await open({ migrations: [append(2)] })
    const headlines = await Promise.all(ids.map(async (id) => (await library.drafts.read(id)).story.headline))
    expect(headlines).toEqual(['A2 v2', 'B v2', 'C v2'])
  })

  it('leave a damaged draft as it is', async () => {
    const { open, folder, ids } = await anOldLibrary()
    const path = join(folder, 'drafts', ids[1] ?? '', 'draft.json')
    await writeFile(path, '{"half":')
    const library = await open({ migrations: [append(2)] })
    expect(await readFile(path, 'utf8')).toBe('{"half":')
    expect(await getCode(library.drafts.read(ids[1] ?? ''))).toBe('drafts.damaged')
  })
})
