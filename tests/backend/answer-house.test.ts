import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatHouseFile, formatTemplateFile, type House } from '../../src/newsroom/house/index.ts'
import { getBlockText } from '../../src/newsroom/story/index.ts'
import { aCredit, aStory } from '../support/builders.ts'
import { codeOf } from '../support/code-of.ts'
import { openFreshNewsroom, openNewsroomRig } from './newsroom-rig.ts'

const SERIES = {
  id: 'kajian',
  name: 'Kajian',
  headline: 'Kajian {{pokok}}',
  blocks: ['Tentang {{pokok}}, {{hari}}.', 'Terbuka untuk umum.'],
  blanks: [{ label: 'hari', kind: 'date' as const, form: 'lede' as const }],
  series: true as const,
}

describe('the answers for the house', () => {
  it('keep a template on the disk before they say so, and tell who listens', async () => {
    const { client, folder } = await openFreshNewsroom()
    const told: House[] = []
    client.on('house.changed', (house) => told.push(house))
    const house = await client.house.putTemplate({ template: SERIES, at: 0 })
    expect(house.templates.map(({ id }) => id)).toEqual(['kajian', 'rapat'])
    expect(JSON.parse(await readFile(join(folder, 'house.json'), 'utf8'))).toEqual(house)
    expect(await client.house.read()).toEqual(house)
    expect(told).toEqual([house])
  })

  it('take changes that come together one after another', async () => {
    const { client } = await openFreshNewsroom()
    await Promise.all([
      client.house.putTemplate({ template: SERIES }),
      client.house.addStaff({ member: { initials: 'tk', name: 'Tika', roles: ['photographer'] } }),
      client.house.removeTemplate({ id: 'rapat' }),
    ])
    const house = await client.house.read()
    expect(house.templates).toEqual([SERIES])
    expect(house.staff.at(-1)).toEqual({ initials: 'tk', name: 'Tika', roles: ['photographer'] })
  })

  it('change parts as a whole, and keep what a change was not made from', async () => {
    const { client } = await openFreshNewsroom()
    const { organisation, staff } = await client.house.read()
    const renamed = { ...organisation, short: 'KPU Tirtasari' }
    const house = await client.house.change({ base: { organisation }, changes: { organisation: renamed } })
    expect(house).toMatchObject({ organisation: renamed, staff })
    expect(await codeOf(client.house.change({ base: { organisation }, changes: { organisation } }))).toBe(
      'house.conflict',
    )
    expect(await client.house.read()).toEqual(house)
  })

  it('refuse lines that cannot be read back, and say where', async () => {
    const { client } = await openFreshNewsroom()
    const { dateline, staff } = await client.house.read()
    const wrong = { ...dateline, places: [{ place: 'Tirtasari', site: 'tanpa titik' }] }
    await expect(
      client.house.change({ base: { dateline }, changes: { dateline: wrong } }),
    ).rejects.toMatchObject({
      code: 'house.unfit',
      details: { at: 'dateline.places.0.site', reason: 'unreadable' },
    })
    const twice = [...staff, { initials: 'nrl', name: 'Nuraini', roles: [] }]
    expect(await codeOf(client.house.change({ base: { staff }, changes: { staff: twice } }))).toBe(
      'house.unfit',
    )
  })

  it('notice what was changed by hand, and neither overwrite it nor lose it', async () => {
    const { client, folder } = await openFreshNewsroom()
    const file = join(folder, 'house.json')
    const before = await client.house.read()
    const told: House[] = []
    client.on('house.changed', (house) => told.push(house))
    const staff = [...before.staff, { initials: 'sri', name: 'Sri Lestari', roles: ['writer'] as const }]
    await writeFile(file, JSON.stringify({ ...before, staff }))
    const base = { staff: before.staff }
    expect(await codeOf(client.house.change({ base, changes: { staff: [] } }))).toBe('house.conflict')
    expect(told.map((house) => house.staff)).toEqual([staff])
    const terms = { free: ['DPT'], prefer: {} }
    const house = await client.house.change({ base: { terms: before.terms }, changes: { terms } })
    expect(house).toEqual({ ...before, staff, terms })
    await writeFile(file, JSON.stringify({ ...house, staff: before.staff }))
    expect((await client.house.read()).staff).toEqual(before.staff)
    expect(told.at(-1)?.staff).toEqual(before.staff)
  })

  it('leave a damaged file as it lies, and go on with the house as it was', async () => {
    const { client, folder } = await openFreshNewsroom()
    const { terms } = await client.house.read()
    await writeFile(join(folder, 'house.json'), '{"organisation":')
    expect((await client.house.read()).terms).toEqual(terms)
    expect(await codeOf(client.house.change({ base: { terms }, changes: { terms } }))).toBe(
      'drafts.library-damaged',
    )
    expect(await readFile(join(folder, 'house.json'), 'utf8')).toBe('{"organisation":')
  })

  it('read another office’s file and change nothing, or say what it lacks', async () => {
    const { client } = await openFreshNewsroom()
    const house = await client.house.read()
    const other = { ...house, organisation: { ...house.organisation, short: 'KPU Kabupaten Rawajaya' } }
    expect(await client.house.readFile({ text: `\ufeff${formatHouseFile(other)}` })).toEqual(other)
    await expect(client.house.readFile({ text: '{"organisation": {}}' })).rejects.toMatchObject({
      code: 'house.file',
      details: { at: 'organisation.name' },
    })
    expect(await client.house.read()).toEqual(house)
  })

  it('take in a file of templates, and refuse one that is none', async () => {
    const { client } = await openFreshNewsroom()
    const text = formatTemplateFile([SERIES])
    expect((await client.house.importTemplates({ text })).added).toEqual([{ id: 'kajian', name: 'Kajian' }])
    expect((await client.house.importTemplates({ text })).added).toEqual([])
    expect(await codeOf(client.house.importTemplates({ text: '{}' }))).toBe('house.template-file')
  })
})

describe('an address', () => {
  it('is free for its own story, and another story is told the next one and not signed off with it', async () => {
    const { client } = await openFreshNewsroom()
    const first = await client.drafts.create({ headline: 'Rapat' })
    const second = await client.drafts.create({ headline: 'Lain' })
    const ask = (id: string) => client.drafts.freeSlug({ id, slug: 'rapat' })
    expect([await ask(first.id), await ask(second.id)]).toEqual([{ slug: 'rapat' }, { slug: 'rapat-2' }])
    const story = aStory({ slug: 'rapat' })
    await client.drafts.save({ id: second.id, baseRevision: 1, story })
    expect(await codeOf(client.drafts.signOff({ id: second.id, revision: 2, by: 'ed' }))).toBe(
      'desk.slug-taken',
    )
  })
})

describe('a new draft', () => {
  it('starts with the names that were signed off last', async () => {
    const { client } = await openFreshNewsroom()
    const { id } = await client.drafts.create()
    const dateline = { place: 'Rawajaya', site: 'rawajaya.kpu.go.id' }
    await client.drafts.save({ id, baseRevision: 1, story: aStory({ dateline, credit: aCredit() }) })
    expect((await client.drafts.create()).story).toMatchObject({
      dateline: { place: 'Tirtasari' },
      credit: null,
    })
    await client.drafts.signOff({ id, revision: 2, by: 'ed' })
    expect((await client.drafts.create()).story).toMatchObject({ dateline, credit: aCredit() })
  })

  it('of a series carries the boilerplate of the newest edition that is not in the trash', async () => {
    const { client } = await openFreshNewsroom()
    await client.house.putTemplate({ template: SERIES })
    const readLast = async (id: string) => {
      const last = (await client.drafts.read({ id })).draft.story.blocks.at(-1)
      return last === undefined ? '' : getBlockText(last)
    }
    const first = await client.drafts.create({ template: 'kajian' })
    const blocks = first.story.blocks.map((block, i) =>
      i === 1 ? { ...block, runs: [{ text: 'Terbuka bagi pelajar.' }] } : block,
    )
    await client.drafts.save({ id: first.id, baseRevision: 1, story: { ...first.story, blocks } })
    const second = await client.drafts.create({ template: 'kajian' })
    expect(await readLast(second.id)).toBe('Terbuka bagi pelajar.')
    await client.drafts.trash({ id: second.id })
    expect(await readLast((await client.drafts.create({ template: 'kajian' })).id)).toBe(
      'Terbuka untuk umum.',
    )
  })

  it('remembers its template, and what its blanks were filled with, in the library', async () => {
    const rig = await openFreshNewsroom()
    const { id, template } = await rig.client.drafts.create({ template: 'rapat' })
    expect(template).toBe('rapat')
    await rig.client.house.noteUse({ values: [{ label: 'tempat', value: 'Aula' }] })
    const other = await openNewsroomRig(rig.folder, 'read')
    expect((await other.client.drafts.read({ id })).draft.template).toBe('rapat')
    expect((await other.client.house.lastUsed()).values).toEqual([{ label: 'tempat', values: ['Aula'] }])
    expect(await codeOf(other.client.house.noteUse({}))).toBe('drafts.read-only')
  })

  it('does without what was used last when that file is damaged, and keeps the damaged bytes', async () => {
    const { client, folder } = await openFreshNewsroom()
    await writeFile(join(folder, 'last-used.json'), '{')
    expect((await client.drafts.create({ template: 'rapat' })).story.credit).toBeNull()
    await client.house.noteUse({ values: [{ label: 'tempat', value: 'Aula' }] })
    expect((await client.house.lastUsed()).values).toHaveLength(1)
    expect(await readFile(join(folder, 'quarantine', 'pustaka.1.last-used.json'), 'utf8')).toBe('{')
  })
})
