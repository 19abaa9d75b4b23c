import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isSafePath, parseBackupManifest } from '../../../src/newsroom/drafts/backup-manifest.ts'
import { wouldEmpty } from '../../../src/newsroom/drafts/empty.ts'
import { countWords, isSnapshotDue } from '../../../src/newsroom/drafts/index.ts'
import { buildSearchExpression, getSearchText } from '../../../src/newsroom/drafts/search.ts'
import { SNAPSHOT_REASONS } from '../../../src/newsroom/drafts/snapshot.ts'
import { chooseThinned } from '../../../src/newsroom/drafts/thin.ts'
import { arbitraryWildText } from '../../support/arbitraries.ts'
import { aCredit, aStory } from '../../support/builders.ts'

describe('wouldEmpty', () => {
  const full = aStory()
  const bodyless = aStory({ blocks: ['', ' \u00a0\n'] })
  const photo = aStory({ blocks: [{ kind: 'photo', photo: 'a'.repeat(64), alt: '', runs: [] }] })
  const nothing = aStory({ headline: '', blocks: [] })

  it('is so when the body goes, or the last words do', () => {
    const pairs = [
      [full, bodyless],
      [full, nothing],
      [photo, bodyless],
      [bodyless, nothing],
    ] as const
    expect(pairs.map(([head, next]) => wouldEmpty(head, next))).toEqual([true, true, true, true])
  })

  it('is not so while something stays, or nothing was there', () => {
    const pairs = [
      [full, aStory({ blocks: ['x'] })],
      [full, photo],
      [full, { ...full, headline: '' }],
      [bodyless, full],
      [bodyless, aStory({ headline: 'Lain', blocks: [] })],
      [nothing, nothing],
    ] as const
    expect(pairs.map(([head, next]) => wouldEmpty(head, next))).toEqual([
      false,
      false,
      false,
      false,
      false,
      false,
    ])
  })
})

describe('countWords', () => {
  it('counts what holds a letter or a digit, in the blocks', () => {
    const blocks = ['Rapat - pleno “terbuka” 2025.', 'kota-tirtasari.kpu.go.id\u00a0é … &']
    expect(countWords(aStory({ headline: 'tidak dihitung', blocks }))).toBe(6)
  })
})

describe('countWords, over any text', () => {
  it('agrees with splitting at blanks and looking at each stretch', () => {
    fc.assert(
      fc.property(fc.array(arbitraryWildText(), { maxLength: 4 }), (blocks) => {
        const story = aStory({ blocks })
        const words = blocks.flatMap((text) => text.split(/\s+/)).filter((word) => /[\p{L}\p{N}]/u.test(word))
        expect(countWords(story)).toBe(words.length)
      }),
    )
  })
})

describe('getSearchText', () => {
  it('holds every name and word of a story', () => {
    const story = aStory({
      blocks: ['Satu', 'Dua'],
      tags: ['pemilu', 'warga'],
      excerpt: 'Kutipan',
      credit: aCredit(),
    })
    expect(getSearchText(story)).toEqual({
      headline: story.headline,
      body: 'Satu\nDua\nKutipan',
      credit: 'nrl ed bgs KPU Kota Tirtasari',
      place: 'Tirtasari kota-tirtasari.kpu.go.id',
      tags: 'pemilu warga',
    })
  })
})

describe('buildSearchExpression', () => {
  it('quotes every word, leaves the last one open, and a phrase whole', () => {
    const queries = [
      'rapat',
      'rapat pleno',
      'rapat ',
      '"rapat pleno"',
      '“rapat pleno” ko',
      '"rapat ple',
      'a NOT b',
      '*',
      '" "',
      '',
      'x" OR y',
    ]
    expect(queries.map(buildSearchExpression)).toEqual([
      '"rapat"*',
      '"rapat" "pleno"*',
      '"rapat"*',
      '"rapat pleno"',
      '"rapat pleno" "ko"*',
      '"rapat ple"*',
      '"a" "NOT" "b"*',
      null,
      null,
      null,
      '"x" " OR y"*',
    ])
  })
})

describe('isSnapshotDue', () => {
  it('is so after ten minutes of work, whichever way the clock was set', () => {
    const last = '2025-11-14T02:00:00.000Z'
    const instants = [
      '2025-11-14T02:09:59.999Z',
      '2025-11-14T02:10:00.000Z',
      '2025-11-14T01:55:00.000Z',
      '2025-11-14T01:30:00.000Z',
    ]
    expect(instants.map((at) => isSnapshotDue(last, at))).toEqual([false, true, false, true])
    expect(isSnapshotDue(null, last)).toBe(true)
  })
})

describe('chooseThinned', () => {
  const now = Date.parse('2026-11-14T02:00:00.000Z')
  const arbitraryKept = fc.record({
    age: fc.integer({ min: -60, max: 800 * 24 * 60 }),
    reason: fc.constantFrom(...SNAPSHOT_REASONS),
  })
  const arbitraryHistory = fc
    .array(arbitraryKept, { maxLength: 60 })
    .map((kept) => [...kept].sort((a, b) => b.age - a.age))
    .map((kept) =>
      kept.map(({ age, reason }, i) => {
        return { revision: i + 1, at: new Date(now - age * 60_000).toISOString(), reason }
      }),
    )

  it('never takes a named one, what went out or was signed off, the first, the last, or one of two days', () => {
    fc.assert(
      fc.property(arbitraryHistory, fc.array(fc.nat(60)), (history, names) => {
        const thinned = chooseThinned(history, new Set(names), now)
        const kept = (revision: number) => !thinned.includes(revision)
        const young = history.filter(({ at }) => now - Date.parse(at) <= 2 * 24 * 3_600_000)
        const lasting = history.filter(({ reason }) =>
          ['sign-off', 'publish', 'send', 'handover'].includes(reason),
        )
        const stay = [...young, ...lasting].map(({ revision }) => revision)
        const needed = [...names, 1, history.length, ...stay]
        expect(needed.every(kept)).toBe(true)
      }),
    )
  })

  it('leaves what it left before', () => {
    fc.assert(
      fc.property(arbitraryHistory, (history) => {
        const thinned = new Set(chooseThinned(history, new Set(), now))
        const rest = history.filter(({ revision }) => !thinned.has(revision))
        expect(chooseThinned(rest, new Set(), now)).toEqual([])
      }),
    )
  })

  it('keeps one an hour, then one a day, then one a month', () => {
    const every = (minutes: number, from: string, count: number) =>
      Array.from({ length: count }, (_, i) => ({
        at: new Date(Date.parse(from) + i * minutes * 60_000).toISOString(),
        reason: 'work' as const,
      }))
    const history = [
      ...every(24 * 60, '2025-11-01T02:00:00.000Z', 60),
      ...every(60, '2026-10-01T00:00:00.000Z', 48),
      ...every(10, '2026-11-08T00:00:00.000Z', 12),
      ...every(10, '2026-11-14T00:00:00.000Z', 6),
    ].map((each, i) => ({ ...each, revision: i + 1 }))
    const thinned = chooseThinned(history, new Set(), now)
    const count = (from: number, to: number) =>
      history.slice(from, to).filter(({ revision }) => !thinned.includes(revision)).length
    expect([count(0, 60), count(60, 108), count(108, 120), count(120, 126)]).toEqual([3, 2, 2, 6])
  })
})

describe('isSafePath', () => {
  it('takes the names of a library', () => {
    const names = [
      'library.json',
      'drafts/00000000-0000-4000-8000-000000000001/history/00000001.json',
      'photos/a é.jpg',
      '.hidden/x',
    ]
    expect(names.every(isSafePath)).toBe(true)
  })

  it('takes nothing that leads elsewhere', () => {
    const names = [
      '',
      '/',
      '/a',
      'a/',
      'a//b',
      '.',
      '..',
      'a/../b',
      './a',
      'a\\b',
      'c:a',
      'a\0b',
      'a\nb',
      'con',
      'NUL.txt',
      'a/lpt1',
      'a.',
      'a ',
      'x'.repeat(256),
      'a|b',
      '\ud800',
      'a/'.repeat(32) + 'b',
    ]
    expect(names.filter(isSafePath)).toEqual([])
  })
})

describe('parseBackupManifest', () => {
  it('takes what a backup writes and nothing else', () => {
    const manifest = {
      schema: 1,
      createdAt: '2025-11-14T02:00:00.000Z',
      files: [{ path: 'a', size: 0, sha256: 'b'.repeat(64) }],
    }
    expect(parseBackupManifest(manifest)).toEqual(manifest)
    for (const wrong of [
      null,
      {},
      { ...manifest, schema: 2 },
      { ...manifest, files: [{ path: 'a' }] },
      { ...manifest, files: [{ path: 'a', size: -1, sha256: 'b'.repeat(64) }] },
    ]) {
      expect(() => parseBackupManifest(wrong)).toThrow()
    }
  })
})
