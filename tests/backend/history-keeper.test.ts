import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { approveDraft, publishDraft } from '../../src/backend/desk.ts'
import { thinNextPart } from '../../src/backend/history-keeper.ts'
import type { Newsroom } from '../../src/backend/newsroom.ts'
import { openSettings } from '../../src/backend/settings.ts'
import { aStory } from '../support/builders.ts'
import { openOnDay } from './newsroom-rig.ts'

const DAY = 86_400_000

/** A draft of which every revision was kept within an hour; the third went out. */
async function write(newsroom: Newsroom, slug: string): Promise<string> {
  const { drafts } = newsroom.library
  const { id } = await drafts.create(aStory({ slug }))
  for (const revision of [1, 2, 3, 4, 5]) {
    await drafts.save(id, { baseRevision: revision, story: aStory({ slug, headline: `Ke-${revision}` }) })
    await drafts.keepSnapshot(id, 'work')
    if (revision !== 2) continue
    await approveDraft(newsroom, id, 'ed')
    await publishDraft(newsroom, id, [])
  }
  return id
}

async function listKept({ library }: Newsroom, id: string): Promise<readonly number[]> {
  return (await library.drafts.listRevisions(id)).map(({ revision }) => revision)
}

/** As many runs as a library needs to be gone through. */
async function thinAll(newsroom: Newsroom): Promise<readonly string[]> {
  const thinned: string[] = []
  for (let run = 0; run < 24; run += 1) thinned.push(...(await thinNextPart(newsroom)).keys())
  return thinned.sort()
}

describe('thinNextPart', () => {
  it('comes to every draft in turn, in the trash too, and leaves what went out', async () => {
    const day = { now: Date.parse('2025-11-14T02:00:00.000Z') }
    const newsroom = await openOnDay(day)
    const ids = [await write(newsroom, 'a'), await write(newsroom, 'b'), await write(newsroom, 'c')]
    const [gone = '', sent = ''] = ids
    await newsroom.publisher.sync({ once: true })
    await newsroom.library.drafts.trash(gone)
    expect(await thinAll(newsroom)).toEqual([])
    day.now += 3 * DAY
    expect(await thinAll(newsroom)).toEqual([...ids].sort())
    expect([await listKept(newsroom, gone), await listKept(newsroom, sent)]).toEqual([
      [6, 3, 1],
      [6, 3, 1],
    ])
    expect(await thinAll(newsroom)).toEqual([])
  })

  it('remembers which part comes next, passes by a damaged draft, and stops when told', async () => {
    const day = { now: Date.parse('2025-11-14T02:00:00.000Z') }
    const newsroom = await openOnDay(day)
    const [broken, whole] = [await write(newsroom, 'a'), await write(newsroom, 'b')]
    day.now += 3 * DAY
    const readPart = async () =>
      (await openSettings(newsroom.surroundings.configFolder).read()).thinned?.[newsroom.library.id]
    expect([await thinNextPart(newsroom, AbortSignal.abort()), await readPart()]).toEqual([
      new Map(),
      undefined,
    ])
    await writeFile(join(newsroom.library.folder, 'drafts', broken, 'draft.json'), '{"half')
    expect(await thinAll(newsroom)).toEqual([whole])
    expect(await readPart()).toBe(23)
  })
})
