import { chmod, mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { inspectLibrary, mendLibrary, openLibrary } from '../../../../src/newsroom/drafts/node/index.ts'
import { aStory, createTestRandom } from '../../../support/builders.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'
import { aLibrary, createTestClock, getCode } from './rig.ts'

const options = { clock: createTestClock(), random: createTestRandom(99) }

/** A closed library with one draft of three revisions, of which the second is signed off. */
async function aClosedLibrary() {
  const { folder, library } = await aLibrary()
  const { id } = await library.drafts.create(aStory({ headline: 'Satu' }))
  await library.drafts.save(id, { baseRevision: 1, story: aStory({ headline: 'Dua' }) })
  await library.drafts.signOff(id, { by: 'ed' })
  await library.drafts.save(id, { baseRevision: 2, story: aStory({ headline: 'Tiga' }) })
  await library.drafts.list()
  await library.writeHouse(await library.readHouse())
  await library.close()
  const at = (...names: string[]) => join(folder, ...names)
  const draft = (...names: string[]) => join(folder, 'drafts', id, ...names)
  const find = async () =>
    (await inspectLibrary(folder)).map(({ code, path, detail }) => ({
      code,
      path,
      ...(detail === null ? {} : { detail }),
    }))
  return { folder, id, at, draft, find, mend: () => mendLibrary(folder, options) }
}

const replaceIn = async (path: string, from: string, to: string) =>
  writeFile(path, (await readFile(path, 'utf8')).replace(from, to))

describe('inspectLibrary', () => {
  it('finds nothing wrong with a good library, open or closed', async () => {
    const { find, folder } = await aClosedLibrary()
    expect(await find()).toEqual([])
    const library = await openLibrary(folder, { ...options, mode: 'write' })
    await library.drafts.list()
    expect(await find()).toEqual([])
    await library.close()
  })

  it('changes nothing but what SQLite keeps beside an index that is read', async () => {
    const { folder, draft, find } = await aClosedLibrary()
    await writeFile(draft('draft.json'), '{')
    const list = async () =>
      (await readdir(folder, { recursive: true })).filter((name) => !name.includes('sqlite-')).toSorted()
    const before = await list()
    await find()
    expect(await list()).toEqual(before)
  })

  it('refuses a folder without a library, and a newer one', async () => {
    const folder = await makeTemporaryFolder()
    expect(await getCode(inspectLibrary(folder))).toBe('drafts.no-library')
    expect(await getCode(mendLibrary(folder, options))).toBe('drafts.no-library')
    expect(await readdir(folder)).toEqual([])
    const { folder: newer, at } = await aClosedLibrary()
    await writeFile(at('library.json'), '{"format": 12}')
    expect(await getCode(mendLibrary(newer, options))).toBe('drafts.library-newer')
  })
})

describe('mendLibrary', () => {
  it('is refused while another process writes', async () => {
    const { folder } = await aLibrary()
    expect(await getCode(mendLibrary(folder, options))).toBe('drafts.library-locked')
  })

  it('puts the documents of a library back from the generation before', async () => {
    const { at, find, mend, folder } = await aClosedLibrary()
    const before = await readFile(at('house.json'), 'utf8')
    for (const name of ['library.json', 'house.json', 'targets.json']) await writeFile(at(name), '{"half')
    expect(await find()).toEqual(
      ['library.json', 'house.json', 'targets.json'].map((name) => ({
        code: 'drafts.file-damaged',
        path: at(name),
      })),
    )
    expect((await mend()).left).toEqual([])
    expect(await find()).toEqual([])
    expect(await readFile(at('house.json'), 'utf8')).toBe(before)
    expect((await readdir(at('quarantine'))).length).toBe(3)
    const library = await openLibrary(folder, { ...options, mode: 'write' })
    expect((await library.drafts.list()).total).toBe(1)
    await library.close()
  })

  it('says what it cannot mend, and leaves it', async () => {
    const { at, find, mend } = await aClosedLibrary()
    for (const name of ['house.json', 'house.previous.json']) await writeFile(at(name), '{')
    await rm(at('targets.json'))
    const found = await find()
    expect(found.map((problem) => problem.code)).toEqual(['drafts.file-damaged', 'drafts.file-missing'])
    const { mended, left } = await mend()
    expect([mended.map((each) => each.code), left.map((each) => each.path)]).toEqual([
      ['drafts.file-missing'],
      [at('house.json')],
    ])
    expect(await readFile(at('house.json'), 'utf8')).toBe('{')
  })

  it('recovers a damaged draft, and removes what was damaged of its past', async () => {
    const { draft, find, mend, at, id } = await aClosedLibrary()
    await writeFile(draft('draft.json'), '{')
    await writeFile(draft('history', '00000001.json'), 'null')
    expect(await find()).toEqual([
      { code: 'drafts.snapshot-damaged', path: draft('history', '00000001.json'), detail: '1' },
      { code: 'drafts.draft-damaged', path: draft('draft.json'), detail: 'previous' },
    ])
    expect((await mend()).left).toEqual([])
    expect(await find()).toEqual([])
    expect((await readdir(at('quarantine'))).toSorted()).toEqual(
      [`${id}.1.draft.json`, 'history.1.00000001.json'].toSorted(),
    )
  })

  it('names a draft that has no good generation, and leaves its bytes', async () => {
    const { draft, find, mend } = await aClosedLibrary()
    await rm(draft('history'), { recursive: true })
    for (const name of ['draft.json', 'draft.previous.json']) await writeFile(draft(name), 'x')
    expect(await find()).toEqual([
      { code: 'drafts.previous-damaged', path: draft('draft.previous.json') },
      { code: 'drafts.draft-damaged', path: draft('draft.json'), detail: 'none' },
    ])
    expect((await mend()).left.map((problem) => problem.code)).toEqual(['drafts.draft-damaged'])
    expect(await readFile(draft('draft.json'), 'utf8')).toBe('x')
  })

  it('makes a text changed by hand a revision like any other', async () => {
    const { draft, find, mend, folder, id } = await aClosedLibrary()
    await replaceIn(draft('draft.json'), 'Tiga', 'Empat')
    expect(await find()).toEqual([{ code: 'drafts.draft-outside', path: draft('draft.json') }])
    expect((await mend()).left).toEqual([])
    expect(await find()).toEqual([])
    const library = await openLibrary(folder, { ...options, mode: 'read' })
    const found = await library.drafts.read(id)
    expect([found.story.headline, (await library.drafts.listRevisions(id))[0]]).toMatchObject([
      'Empat',
      { revision: found.revision, reason: 'outside' },
    ])
    await library.close()
  })

  it('finds a sign-off whose text is not kept, or is another one', async () => {
    const { draft, find, mend } = await aClosedLibrary()
    await rm(draft('history', '00000002.json'))
    expect(await find()).toEqual([
      { code: 'drafts.sign-off-lost', path: draft('history', '00000002.json'), detail: '2' },
    ])
    expect((await mend()).left).toHaveLength(1)
  })

  it('finishes or clears away drafts whose making was interrupted', async () => {
    const { at, draft, find, mend, folder, id } = await aClosedLibrary()
    const empty = at('drafts', '11111111-1111-4111-8111-111111111111')
    await mkdir(join(empty, 'history'), { recursive: true, mode: 0o700 })
    for (const name of ['draft.json', 'draft.previous.json']) await rm(draft(name))
    expect(new Set(await find())).toEqual(
      new Set([empty, draft()].map((path) => ({ code: 'drafts.draft-unfinished', path }))),
    )
    expect((await mend()).left).toEqual([])
    expect(await find()).toEqual([])
    const library = await openLibrary(folder, { ...options, mode: 'read' })
    expect((await library.drafts.read(id)).story.headline).toBe('Dua')
    await library.close()
  })

  it('removes what interrupted saves left, but not what a living process writes', async () => {
    const { at, draft, find, mend } = await aClosedLibrary()
    await writeFile(draft('draft.json.999999999-1.tmp'), 'half', { mode: 0o600 })
    await writeFile(at(`house.json.${process.pid}-999.tmp`), 'half', { mode: 0o600 })
    expect(await find()).toEqual([{ code: 'drafts.temporary', path: draft('draft.json.999999999-1.tmp') }])
    expect((await mend()).mended).toHaveLength(2)
    expect((await readdir(at())).filter((name) => name.endsWith('.tmp'))).toEqual([])
  })

  it('closes what others could read', async () => {
    const { draft, find, mend, at } = await aClosedLibrary()
    await chmod(draft('draft.json'), 0o644)
    await chmod(at('drafts'), 0o755)
    expect(await find()).toEqual([
      { code: 'drafts.open-mode', path: at('drafts'), detail: '755' },
      { code: 'drafts.open-mode', path: draft('draft.json'), detail: '644' },
    ])
    expect((await mend()).left).toEqual([])
    expect([(await stat(draft('draft.json'))).mode & 0o777, (await stat(at('drafts'))).mode & 0o777]).toEqual(
      [0o600, 0o700],
    )
  })

  it('throws a damaged index away', async () => {
    const { at, find, mend } = await aClosedLibrary()
    const index = at('index', 'list.sqlite')
    const bytes = await readFile(index)
    await writeFile(index, bytes.fill(9, 5000, bytes.length - 5000))
    expect((await find()).map((problem) => problem.code)).toEqual(['drafts.index-damaged'])
    expect((await mend()).left).toEqual([])
    expect(await find()).toEqual([])
    await writeFile(index, 'no database', { mode: 0o600 })
    expect((await find()).map((problem) => problem.code)).toEqual(['drafts.index-damaged'])
  })
})
