import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { isRedaksiError } from '../../../../src/base/errors.ts'
import { aStory, createTestRandom } from '../../../support/builders.ts'
import { aLibrary, getCode } from './rig.ts'

/** Ways in which a file comes back from a bad disk, a bad copy or a bad program. */
function damage(bytes: Buffer, seed: number): Buffer {
  const random = createTestRandom(seed)
  const draw = (below: number) =>
    Math.floor((((random(1)[0] ?? 0) * 256 + (random(1)[0] ?? 0)) / 65536) * below)
  const kinds = [
    'truncated',
    'flipped',
    'zeros',
    'flipped',
    'empty',
    'null',
    'list',
    'mark',
    'wrong type',
    'flipped',
  ]
  const copy = Buffer.from(bytes)
  switch (kinds[seed % kinds.length]) {
    case 'truncated':
      return copy.subarray(0, draw(bytes.length - 1))
    case 'zeros':
      return copy.fill(0, draw(bytes.length))
    case 'empty':
      return Buffer.alloc(0)
    case 'null':
      return Buffer.from('null')
    case 'list':
      return Buffer.from('[]')
    case 'mark':
      return Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), bytes])
    case 'wrong type':
      return Buffer.from(bytes.toString('utf8').replace(/"revision": \d+/, '"revision": "tiga"'))
    default: {
      const at = draw(bytes.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << draw(8))
      return copy
    }
  }
}

describe('a damaged draft', () => {
  it('is noticed, kept, and its good generation offered, whatever the damage: 200 seeds', async () => {
    const { library, folder } = await aLibrary()
    const { id } = await library.drafts.create(aStory({ headline: 'Pertama' }))
    await library.drafts.save(id, { baseRevision: 1, story: aStory({ headline: 'Kedua' }) })
    await library.drafts.settle()
    const path = join(folder, 'drafts', id, 'draft.json')
    const good = await readFile(path)
    let [refused, outside] = [0, 0]
    for (let seed = 0; seed < 200; seed += 1) {
      const bytes = damage(good, seed)
      if (bytes.equals(good)) continue
      await writeFile(path, bytes)
      const found: unknown = await library.drafts.read(id).catch((error: unknown) => error)
      // A bit that flipped within a text leaves JSON: it is read, as a revision of its own that nobody signed.
      if (isRedaksiError(found, 'drafts.damaged')) {
        refused += 1
        expect(found.details).toEqual({ id, path, previous: true })
        expect(await getCode(library.drafts.save(id, { baseRevision: 2, story: aStory() }))).toBe(
          'drafts.damaged',
        )
      } else {
        outside += 1
        expect({ seed, found }).toMatchObject({
          found: { revision: expect.toSatisfy((revision) => revision !== 2) },
        })
      }
      expect(await readFile(path)).toEqual(bytes)
    }
    expect([refused > 100, outside > 10]).toEqual([true, true])
    await writeFile(path, good)
    expect((await library.drafts.read(id)).story.headline).toBe('Kedua')
  })

  it('goes to quarantine, never over another, and the generation before takes its place as a new revision', async () => {
    const { library, folder } = await aLibrary()
    const { id } = await library.drafts.create(aStory({ headline: 'Pertama' }))
    const path = join(folder, 'drafts', id, 'draft.json')
    for (const round of [1, 2]) {
      const head = await library.drafts.read(id)
      await library.drafts.save(id, {
        baseRevision: head.revision,
        story: aStory({ headline: `Putaran ${round}` }),
      })
      const half = (await readFile(path, 'utf8')).slice(0, 200)
      await writeFile(path, half)
      const recovery = await library.drafts.recoverDraft(id)
      expect(recovery).toMatchObject({
        id,
        from: 'previous',
        quarantine: join(folder, 'quarantine', `${id}.${round}.draft.json`),
      })
      expect(await readFile(recovery?.quarantine ?? '', 'utf8')).toBe(half)
      const draft = await library.drafts.read(id)
      expect(draft.story.headline).toBe('Pertama')
      expect(draft.revision).toBe(recovery?.revision)
      expect(draft.revision).toBeGreaterThan(head.revision + 1)
    }
    expect(await readdir(join(folder, 'quarantine'))).toHaveLength(2)
    expect((await library.drafts.list()).drafts).toMatchObject([{ id, headline: 'Pertama' }])
  })

  it('comes back from the newest good snapshot when the generation before is damaged too', async () => {
    const { library, folder } = await aLibrary()
    const { id } = await library.drafts.create(aStory({ headline: 'Pertama' }))
    await library.drafts.save(id, { baseRevision: 1, story: aStory({ headline: 'Kedua' }) })
    await library.drafts.keepSnapshot(id, 'close')
    const draft = join(folder, 'drafts', id)
    for (const name of ['draft.json', 'draft.previous.json']) await writeFile(join(draft, name), 'x')
    expect(await library.drafts.recoverDraft(id)).toMatchObject({ from: 'snapshot' })
    expect((await library.drafts.read(id)).story.headline).toBe('Kedua')
  })

  it('comes back when its file is gone, and stays signed for no text', async () => {
    const { library, folder } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    await library.drafts.signOff(id, { by: 'ed' })
    await rm(join(folder, 'drafts', id, 'draft.json'))
    expect(await getCode(library.drafts.read(id))).toBe('drafts.damaged')
    expect(await library.drafts.recoverDraft(id)).toMatchObject({ quarantine: null, from: 'previous' })
    const draft = await library.drafts.read(id)
    expect(draft.signOff?.revision ?? 0).toBeLessThan(draft.revision)
  })

  it('is left as it is when nothing good is there', async () => {
    const { library, folder } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    await rm(join(folder, 'drafts', id, 'history'), { recursive: true })
    const path = join(folder, 'drafts', id, 'draft.json')
    await writeFile(path, 'x')
    expect(await getCode(library.drafts.recoverDraft(id))).toBe('drafts.not-recoverable')
    expect(await readFile(path, 'utf8')).toBe('x')
  })

  it('is not recovered when it is not damaged', async () => {
    const { library } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    expect(await library.drafts.recoverDraft(id)).toBeNull()
  })

  it('is still in the list, as it was before, and the person is told', async () => {
    const { library, folder, warnings, open } = await aLibrary()
    const { id } = await library.drafts.create(aStory({ headline: 'Pertama' }))
    await library.drafts.save(id, { baseRevision: 1, story: aStory({ headline: 'Kedua' }) })
    const lost = await library.drafts.create(aStory({ headline: 'Hilang' }))
    await library.close()
    await writeFile(join(folder, 'drafts', id, 'draft.json'), '{')
    await writeFile(join(folder, 'drafts', lost.id, 'draft.json'), '{')
    const again = await open()
    const { total, drafts } = await again.drafts.list()
    expect([total, drafts.map((row) => row.headline)]).toEqual([1, ['Pertama']])
    expect(warnings).toEqual(['drafts.damaged', 'drafts.damaged'])
  })
})

describe('a damaged snapshot', () => {
  it('is told of when asked for, and gives way to a good one', async () => {
    const { library, folder } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    await library.drafts.save(id, { baseRevision: 1, story: aStory({ headline: 'Kedua' }) })
    await library.drafts.keepSnapshot(id, 'close')
    const path = join(folder, 'drafts', id, 'history', '00000002.json')
    await writeFile(path, (await readFile(path, 'utf8')).replace('Kedua', 'Kadua'))
    expect((await library.drafts.listRevisions(id)).map((each) => each.revision)).toEqual([1])
    expect(await library.drafts.keepSnapshot(id, 'publish')).toBe(2)
    expect((await library.drafts.listRevisions(id))[0]).toMatchObject({ revision: 2, reason: 'publish' })
    expect(await readdir(join(folder, 'quarantine'))).toEqual(['history.1.00000002.json'])
  })
})
