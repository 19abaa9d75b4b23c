import { describe, expect, it } from 'vitest'
import {
  getDraftStatus,
  getReviewState,
  parseDraft,
  type Draft,
  type PublicationStatus,
} from '../../../src/newsroom/drafts/index.ts'
import { createFirstDraft, isSameStory } from '../../../src/newsroom/drafts/revise.ts'
import { aStory } from '../../support/builders.ts'

const at = '2025-11-14T02:00:00.000Z'
const aDraft = (over: Partial<Draft> = {}): Draft => ({
  ...createFirstDraft({
    id: '00000000-0000-4000-8000-000000000001',
    order: 1,
    at,
    story: aStory(),
    source: null,
  }),
  ...over,
})

describe('getReviewState', () => {
  it('is of the head revision alone', () => {
    const signOff = { revision: 2, by: 'ed', at }
    const states = [
      aDraft(),
      aDraft({ revision: 2, inReview: 2 }),
      aDraft({ revision: 3, inReview: 2 }),
      aDraft({ revision: 2, inReview: 2, signOff }),
      aDraft({ revision: 3, signOff }),
    ]
    expect(states.map(getReviewState)).toEqual(['draft', 'in-review', 'draft', 'approved', 'draft'])
  })
})

describe('getDraftStatus', () => {
  it('is the trash, then the publication, then the review', () => {
    const approved = aDraft({ signOff: { revision: 1, by: 'ed', at } })
    const publications: readonly PublicationStatus[] = [
      'none',
      'scheduled',
      'queued',
      'published',
      'corrected',
      'withdrawn',
    ]
    expect(publications.map((publication) => getDraftStatus(approved, publication))).toEqual([
      'approved',
      'scheduled',
      'queued',
      'published',
      'corrected',
      'withdrawn',
    ])
    const trashed = { ...approved, trashedAt: at }
    expect(new Set(publications.map((publication) => getDraftStatus(trashed, publication)))).toEqual(
      new Set(['trashed']),
    )
  })
})

describe('parseDraft', () => {
  it('takes what it wrote', () => {
    const draft = aDraft({ source: { file: 'berita.txt', sha256: 'a'.repeat(64) }, inReview: 1 })
    expect(parseDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft)
  })

  it('refuses everything else', () => {
    const wrong: readonly unknown[] = [
      null,
      [],
      {},
      { ...aDraft(), extra: 1 },
      { ...aDraft(), schema: 2 },
      { ...aDraft(), id: '../../etc' },
      { ...aDraft(), id: 'A0000000-0000-4000-8000-000000000001' },
      { ...aDraft(), revision: 0 },
      { ...aDraft(), order: 2 ** 40 },
      { ...aDraft(), order: 1.5 },
      { ...aDraft(), updatedAt: 'kemarin' },
      { ...aDraft(), story: { ...aStory(), blocks: 'x' } },
    ]
    expect(
      wrong.map((value) => {
        try {
          return parseDraft(value)
        } catch {
          return 'refused'
        }
      }),
    ).toEqual(wrong.map(() => 'refused'))
  })
})

describe('isSameStory', () => {
  it('sees any difference, a mark included', () => {
    const runs = [{ text: 'Rapat pleno.' }]
    const paragraph = (more: object) =>
      aStory({ blocks: [{ kind: 'paragraph', runs: runs.map((run) => ({ ...run, ...more })) }] })
    expect([
      isSameStory(paragraph({}), paragraph({})),
      isSameStory(paragraph({}), paragraph({ bold: true })),
    ]).toEqual([true, false])
  })
})
