import { createHash } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { digestStory } from '../../src/newsroom/handover/node/digest-story.ts'
import { codeOf } from '../support/code-of.ts'
import { makeBomb } from '../support/pictures.ts'
import { changeText, remake, type Entries } from '../support/handover-files.ts'
import { createRichDraft, fetchFile, lookAt, readTree } from './handover-rig.ts'
import { openFreshNewsroom, type NewsroomRig } from './newsroom-rig.ts'

/** A good file of another desk; each test opens what was made of it at a desk that has nothing. */
async function openHostile(): Promise<{ readonly rig: NewsroomRig; readonly file: Buffer }> {
  const sender = await openFreshNewsroom(40)
  const { id } = await createRichDraft(sender)
  return { rig: await openFreshNewsroom(3), file: await fetchFile(sender, id) }
}

function findName(entries: Entries, pattern: RegExp): string {
  return [...entries.keys()].find((name) => pattern.test(name)) ?? ''
}

/** Puts other bytes in a photo's place, under the name that they have a right to; everything else fits them. */
function exchangePhoto(entries: Entries, bytes: Uint8Array): void {
  const photo = findName(entries, /^photos\/.*jpg$/)
  const old = photo.slice('photos/'.length, -'.jpg'.length)
  const id = createHash('sha256').update(bytes).digest('hex')
  entries.set(photo, bytes)
  const chain: unknown[] = []
  for (const [name, content] of [...entries]) {
    entries.delete(name)
    const renamed = name.replace(old, id)
    const isText = name.endsWith('.json')
    entries.set(
      renamed,
      isText ? Buffer.from(Buffer.from(content).toString('utf8').replaceAll(old, id)) : content,
    )
    if (!isText) continue
    changeText(entries, renamed, (value) => {
      const { revision, story } = Object(value)
      if (name.startsWith('history')) chain.push({ revision, story: digestStory(story) })
      return value
    })
  }
  changeText(entries, 'handover.json', (value) => ({ ...value, chain }))
}

const HOSTILE: Readonly<Record<string, readonly [change: (entries: Entries) => void, code: string]>> = {
  'a later format': [
    (entries) => changeText(entries, 'handover.json', (value) => ({ ...value, format: 2 })),
    'handover.newer',
  ],
  'a draft of a later Redaksi': [
    (entries) => changeText(entries, 'draft.json', (value) => ({ ...value, schema: 2 })),
    'handover.newer',
  ],
  'no manifest of its own': [(entries) => void entries.delete('handover.json'), 'handover.not-one'],
  'no draft': [(entries) => void entries.delete('draft.json'), 'handover.damaged'],
  'a draft under another id': [
    (entries) =>
      changeText(entries, 'draft.json', (value) => ({
        ...value,
        id: '00000000-0000-4000-8000-000000000001',
      })),
    'handover.damaged',
  ],
  'a story that is another than was said': [
    (entries) =>
      changeText(entries, 'draft.json', (value) => ({
        ...value,
        story: { ...Object(value['story']), headline: 'Lain' },
      })),
    'handover.damaged',
  ],
  'a draft that is none': [
    (entries) => entries.set('draft.json', Buffer.from('[]')) && undefined,
    'handover.damaged',
  ],
  'a draft nested without end': [
    (entries) => entries.set('draft.json', Buffer.from('['.repeat(500_000))) && undefined,
    'handover.damaged',
  ],
  'a state of the past that is missing': [
    (entries) => void entries.delete(findName(entries, /^history/)),
    'handover.damaged',
  ],
  'an entry that no such file has': [
    (entries) => entries.set('library.json', Buffer.from('{}')) && undefined,
    'handover.unsafe',
  ],
  'a photo that no state shows': [
    (entries) => {
      const photo = Buffer.from(entries.get(findName(entries, /jpg$/)) ?? '')
      const other = Buffer.concat([photo, Buffer.from([0])])
      const id = createHash('sha256').update(other).digest('hex')
      entries.set(`photos/${id}.jpg`, other)
      const record = findName(entries, /^photos\/.*json$/)
      entries.set(`photos/${id}.json`, entries.get(record) ?? other)
      changeText(entries, `photos/${id}.json`, (value) => ({ ...value, id }))
    },
    'handover.unsafe',
  ],
  'a photo under the name of another': [
    (entries) => entries.set(findName(entries, /jpg$/), Buffer.from('bukan foto')) && undefined,
    'handover.damaged',
  ],
  'a photo without its details': [
    (entries) => void entries.delete(findName(entries, /^photos\/.*json$/)),
    'handover.damaged',
  ],
  'bytes out of nothing': [
    (entries) => entries.set('draft.json', Buffer.alloc(60_000_000, ' ')) && undefined,
    'handover.too-large',
  ],
}

describe('a hostile hand-over file', () => {
  let made: Awaited<ReturnType<typeof openHostile>>
  let before: Readonly<Record<string, string>>

  it('is refused with its reason, and leaves nothing behind', async () => {
    made = await openHostile()
    before = await readTree(made.rig.folder)
    const { rig, file } = made
    expect(await remake(file, () => undefined).then((same) => lookAt(rig, same))).toMatchObject({
      kind: 'new',
    })
    for (const [name, [change, code]] of Object.entries(HOSTILE)) {
      const refused = await codeOf(lookAt(rig, await remake(file, change)))
      expect([name, refused]).toEqual([name, code])
    }
    const photos = { 'a text': Buffer.from('bukan foto sama sekali'), 'a bomb': makeBomb(14_000) }
    for (const [name, bytes] of Object.entries(photos)) {
      const lying = await remake(file, (entries) => exchangePhoto(entries, bytes))
      expect([name, await codeOf(lookAt(rig, lying))]).toEqual([name, 'handover.photo-refused'])
    }
    const others = {
      text: Buffer.from('Rapat Daring\n\nTirtasari - Rapat digelar.'),
      gzip: gzipSync('berita'),
      empty: Buffer.alloc(3),
    }
    for (const [name, bytes] of Object.entries(others))
      expect([name, await codeOf(lookAt(rig, bytes))]).toEqual([name, 'handover.not-one'])
    expect(await listNew(rig, before)).toEqual([])
  })

  it('with any bytes changed is refused, or says the very same', async () => {
    const { rig, file } = await openHostile()
    const { theirs } = await lookAt(rig, file)
    const known = await readTree(rig.folder)
    const change = fc.record({ at: fc.nat(file.length - 1), bit: fc.nat(7), cut: fc.boolean() })
    await fc.assert(
      fc.asyncProperty(change, async ({ at, bit, cut }) => {
        const changed = Buffer.from(cut ? file.subarray(0, Math.max(2, at)) : file)
        if (!cut) changed[at] = (changed[at] ?? 0) ^ (1 << bit)
        try {
          expect((await lookAt(rig, changed)).theirs).toEqual(theirs)
        } catch (error) {
          expect(Object(error).code).toMatch(/^handover\.(damaged|not-one|unsafe|too-large|newer)$/)
        }
      }),
      { numRuns: 60 },
    )
    expect((await rig.client.drafts.list({})).total).toBe(0)
    expect(await listNew(rig, known)).toEqual([])
  })
})

/** What lies in a library that did not before; an opened file that waits for a person is no part of it. */
async function listNew({ folder }: NewsroomRig, before: Readonly<Record<string, string>>) {
  const open = /^receiving\/files\/[0-9a-f-]{36}\//
  const now = Object.keys(await readTree(folder))
  const waiting = new Set(now.filter((path) => open.test(path)).map((path) => path.split('/')[2]))
  expect(waiting.size).toBeLessThanOrEqual(4)
  return now.filter((path) => !(path in before) && !open.test(path))
}
