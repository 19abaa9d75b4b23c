import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRedaksiError } from '../../../../src/base/errors.ts'
import { aStory } from '../../../support/builders.ts'
import { aLibrary, getCode } from './rig.ts'

const facts = async (action: Promise<unknown>) => {
  const error: unknown = await action.catch((thrown: unknown) => thrown)
  return isRedaksiError(error) ? { code: error.code, ...error.details } : error
}

describe('create', () => {
  it('makes a first revision that can be read, in a new place and after all others', async () => {
    const { library } = await aLibrary()
    const [story, source] = [aStory(), { file: 'berita.txt', sha256: 'a'.repeat(64) }]
    const first = await library.drafts.create(story, { source })
    const second = await library.drafts.create(story)
    expect(first).toMatchObject({
      revision: 1,
      story,
      source,
      signOff: null,
      inReview: null,
      trashedAt: null,
    })
    expect(await library.drafts.read(first.id)).toEqual(first)
    expect([second.id === first.id, second.order > first.order, second.source]).toEqual([false, true, null])
    expect(await library.drafts.listRevisions(first.id)).toEqual([
      {
        ...{ revision: 1, at: first.createdAt, reason: 'create', by: null, name: null, signedOffBy: null },
        ...{ words: 29, gained: 29, lost: 0 },
      },
    ])
  })
})

describe('save', () => {
  it('counts revisions, moves the draft up and keeps its making', async () => {
    const { library, clock } = await aLibrary()
    const first = await library.drafts.create(aStory())
    clock.advance(1)
    const second = await library.drafts.save(first.id, {
      baseRevision: 1,
      story: aStory({ headline: 'Kedua' }),
    })
    expect(second).toMatchObject({
      revision: 2,
      createdAt: first.createdAt,
      updatedAt: '2025-11-14T02:01:00.000Z',
    })
    expect(second.order).toBeGreaterThan(first.order)
    expect(await library.drafts.read(first.id)).toEqual(second)
  })

  it('refuses a text that was edited from another revision than the head, and keeps the head', async () => {
    const { library } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    const saves = ['A', 'B'].map((headline) =>
      facts(library.drafts.save(id, { baseRevision: 1, story: aStory({ headline }) })),
    )
    const [won, lost] = await Promise.all(saves)
    expect(won).toMatchObject({ revision: 2 })
    expect(lost).toEqual({ code: 'drafts.conflict', id, baseRevision: 1, revision: 2 })
    expect((await library.drafts.read(id)).story.headline).toBe('A')
  })

  it('takes the same text again for saved, and lets a sign-off stand', async () => {
    const { library } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    const signed = await library.drafts.signOff(id, { by: 'ed' })
    expect(await library.drafts.save(id, { baseRevision: 1, story: aStory() })).toEqual(signed)
  })

  it('takes a text for saved that came again because its answer was lost, and puts it on the disk anew', async () => {
    const { library, folder } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    const story = aStory({ headline: 'Dikirim Dua Kali' })
    const saved = await library.drafts.save(id, { baseRevision: 1, story })
    const { ino } = await stat(join(folder, 'drafts', id, 'draft.json'))
    expect(await library.drafts.save(id, { baseRevision: 1, story })).toEqual(saved)
    expect((await stat(join(folder, 'drafts', id, 'draft.json'))).ino).not.toBe(ino)
    expect(await getCode(library.drafts.save(id, { baseRevision: 1, story: aStory() }))).toBe(
      'drafts.conflict',
    )
  })

  it('does not let the text go without a word', async () => {
    const { library } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    const story = aStory({ blocks: [''] })
    expect(await facts(library.drafts.save(id, { baseRevision: 1, story }))).toEqual({
      code: 'drafts.would-empty',
      id,
    })
    const emptied = await library.drafts.save(id, { baseRevision: 1, story, allowEmpty: true })
    expect(emptied.story.blocks[0]?.runs).toEqual([])
    expect(await library.drafts.readRevision(id, 1)).toEqual(aStory())
  })

  it('notices a text that was changed by hand since it was saved, and does not save over it', async () => {
    const { library, folder } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    const path = join(folder, 'drafts', id, 'draft.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace('Alat Bantu', 'Alat Peraga'))
    const other = { baseRevision: 1, story: aStory({ headline: 'Lain' }) }
    expect(await facts(library.drafts.save(id, other))).toMatchObject({
      code: 'drafts.conflict',
      revision: 2,
    })
    expect(await readFile(path, 'utf8')).toContain('Alat Peraga')
    await writeFile(path, (await readFile(path, 'utf8')).replace('Alat Peraga', 'Alat Lain'))
    // A change that any text allows is made of what stands there.
    const signed = await library.drafts.signOff(id, { by: 'ed' })
    expect([signed.revision, signed.story.headline]).toEqual([2, 'KPU Kota Tirtasari Uji Alat Lain Coblos'])
    await writeFile(path, '{')
    expect(await getCode(library.drafts.save(id, { baseRevision: 2, story: aStory() }))).toBe(
      'drafts.damaged',
    )
    expect(await readFile(path, 'utf8')).toBe('{')
  })

  it('keeps a text that was changed by hand as a revision of its own', async () => {
    const { library, folder, warnings } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    await library.drafts.signOff(id, { by: 'ed' })
    const path = join(folder, 'drafts', id, 'draft.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace('Alat Bantu', 'Alat Peraga'))
    const found = await library.drafts.read(id)
    expect([found.revision, found.signOff?.revision, found.story.headline]).toEqual([
      2,
      1,
      'KPU Kota Tirtasari Uji Alat Peraga Coblos',
    ])
    expect(
      await getCode(library.drafts.save(id, { baseRevision: 1, story: aStory({ headline: 'Lain' }) })),
    ).toBe('drafts.conflict')
    await library.drafts.save(id, { baseRevision: 2, story: aStory({ headline: 'Lain' }) })
    await library.drafts.settle()
    expect((await library.drafts.readRevision(id, 2)).headline).toContain('Alat Peraga')
    expect((await library.drafts.listRevisions(id)).map((each) => each.reason)).toEqual([
      'outside',
      'sign-off',
    ])
    expect(warnings).toEqual([])
  })
})

describe('the history', () => {
  it('is kept every ten minutes of work, before the text that follows', async () => {
    const { library, clock } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    for (let minute = 1; minute <= 35; minute += 1) {
      clock.advance(1)
      await library.drafts.save(id, { baseRevision: minute, story: aStory({ headline: `Menit ${minute}` }) })
    }
    await library.drafts.settle()
    const revisions = await library.drafts.listRevisions(id)
    expect(revisions.map((each) => each.revision)).toEqual([31, 21, 11, 1])
    expect((await library.drafts.readRevision(id, 21)).headline).toBe('Menit 20')
    expect((await library.drafts.readRevision(id, 35)).headline).toBe('Menit 34')
    expect(await facts(library.drafts.readRevision(id, 20))).toEqual({
      code: 'drafts.revision-not-found',
      id,
      revision: 20,
    })
  })

  it('keeps the head when asked, once', async () => {
    const { library } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    await library.drafts.save(id, { baseRevision: 1, story: aStory({ headline: 'Kedua' }) })
    expect([
      await library.drafts.keepSnapshot(id, 'publish'),
      await library.drafts.keepSnapshot(id, 'close'),
    ]).toEqual([2, 2])
    expect((await library.drafts.listRevisions(id)).map((each) => each.reason)).toEqual(['publish', 'create'])
  })

  it('never gives the number of a kept revision to another text', async () => {
    const { library, folder } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    const path = join(folder, 'drafts', id, 'draft.json')
    const early = await readFile(path)
    for (const revision of [1, 2]) {
      await library.drafts.save(id, { baseRevision: revision, story: aStory({ headline: `Ke-${revision}` }) })
    }
    await library.drafts.keepSnapshot(id, 'publish')
    await writeFile(path, early)
    expect(
      (await library.drafts.save(id, { baseRevision: 1, story: aStory({ headline: 'Lain' }) })).revision,
    ).toBe(4)
  })

  it('is thinned by age, but never of what is named or signed', async () => {
    const { library, clock } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    for (let revision = 1; revision <= 6; revision += 1) {
      await library.drafts.save(id, { baseRevision: revision, story: aStory({ headline: `Ke-${revision}` }) })
      await library.drafts.keepSnapshot(id, 'work')
      if (revision === 3) await library.drafts.signOff(id, { by: 'ed' })
    }
    expect(await library.drafts.thinHistory(id, async () => new Set([3]))).toEqual([])
    clock.advance(10 * 24 * 60)
    expect(await library.drafts.thinHistory(id, async () => new Set([3]))).toEqual([2, 5, 6])
    expect((await library.drafts.listRevisions(id)).map((each) => each.revision)).toEqual([7, 4, 3, 1])
  })
})

describe('signOff', () => {
  it('is of the head, whose text is kept first', async () => {
    const { library } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    await library.drafts.save(id, { baseRevision: 1, story: aStory({ headline: 'Kedua' }) })
    const signed = await library.drafts.signOff(id, { by: 'ed', revision: 2 })
    expect(signed.signOff).toEqual({ revision: 2, by: 'ed', at: '2025-11-14T02:00:00.000Z' })
    expect((await library.drafts.listRevisions(id))[0]).toMatchObject({ revision: 2, reason: 'sign-off' })
    expect(await facts(library.drafts.signOff(id, { by: 'ed', revision: 1 }))).toMatchObject({
      code: 'drafts.conflict',
    })
  })
})

describe('the states of a draft', () => {
  it('go through review and the trash without a new revision', async () => {
    const { library } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    expect((await library.drafts.markInReview(id)).inReview).toBe(1)
    expect((await library.drafts.trash(id)).trashedAt).toBe('2025-11-14T02:00:00.000Z')
    expect(await library.drafts.untrash(id)).toMatchObject({ trashedAt: null, revision: 1, inReview: 1 })
  })
})

describe('resolveId', () => {
  it('takes an id or a beginning that only one draft has', async () => {
    const { library } = await aLibrary()
    const ids: string[] = []
    for (let i = 0; i < 40; i += 1) ids.push((await library.drafts.create(aStory())).id)
    const [id = ''] = ids
    const shared = ids.find((other) => other !== id && other[0] === id[0])?.[0] ?? ''
    expect(await library.drafts.resolveId(id.toUpperCase())).toBe(id)
    expect(await library.drafts.resolveId(id.slice(0, 18))).toBe(id)
    expect(await facts(library.drafts.resolveId(shared))).toEqual({ code: 'drafts.ambiguous-id', id: shared })
    for (const wrong of ['', 'zzz', '../x', '-', 'ffffffff-0000', '00000000-0000-4000-8000-000000000000']) {
      expect(await facts(library.drafts.resolveId(wrong))).toEqual({ code: 'drafts.not-found', id: wrong })
    }
  })

  it('keeps an id that is none out of every path', async () => {
    const { library } = await aLibrary()
    for (const id of ['../../library', '', 'x'.repeat(36)]) {
      expect(await getCode(library.drafts.read(id))).toBe('drafts.not-found')
      expect(await getCode(library.drafts.save(id, { baseRevision: 1, story: aStory() }))).toBe(
        'drafts.not-found',
      )
    }
  })
})

describe('a library open for reading', () => {
  it('reads, and refuses every change', async () => {
    const { library, open } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    const { drafts, ...reader } = await open({ mode: 'read' })
    expect((await drafts.read(id)).revision).toBe(1)
    const house = await reader.readHouse()
    const changes = [
      () => drafts.create(aStory()),
      () => drafts.save(id, { baseRevision: 1, story: aStory({ headline: 'x' }) }),
      () => drafts.signOff(id, { by: 'ed' }),
      () => drafts.trash(id),
      () => drafts.keepSnapshot(id, 'open'),
      () => drafts.recoverDraft(id),
      () => reader.writeHouse(house),
    ]
    expect(await Promise.all(changes.map((change) => getCode(change())))).toEqual(
      changes.map(() => 'drafts.read-only'),
    )
  })
})
