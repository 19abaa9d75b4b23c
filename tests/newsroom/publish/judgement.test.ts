import { describe, expect, it } from 'vitest'
import { judgeHeld, type Held } from '../../../src/newsroom/publish/index.ts'

const OURS = 'a'.repeat(64)
const held = (over: Partial<Held> = {}): Held => ({
  state: 'public',
  version: '"2"',
  address: 'http://127.0.0.1/berita/a',
  sha256: OURS,
  ...over,
})
const done = { kind: 'done', version: '"2"', address: 'http://127.0.0.1/berita/a' }

describe('judgeHeld, of an article', () => {
  it.each<[string, Held | null, string | null, object]>([
    ['what was sent is there', held(), null, done],
    ['what was sent is there in place of what we knew', held(), '"1"', done],
    ['nothing is there, as we knew', null, null, { kind: 'send', base: null }],
    [
      'what we knew is still there',
      held({ version: '"1"', sha256: 'b' }),
      '"1"',
      { kind: 'send', base: '"1"' },
    ],
    ['something else is there', held({ sha256: 'b' }), '"1"', { kind: 'conflict', seen: '"2"' }],
    [
      'something is there where we knew of nothing',
      held({ sha256: 'b' }),
      null,
      { kind: 'conflict', seen: '"2"' },
    ],
    ['what we knew is gone', null, '"1"', { kind: 'conflict', seen: null }],
    [
      'what was sent was withdrawn since',
      held({ state: 'withdrawn' }),
      null,
      { kind: 'conflict', seen: '"2"' },
    ],
  ])('when %s', (_, found, base, judgement) => {
    expect(judgeHeld('publish', OURS, found, base)).toEqual(judgement)
  })
})

describe('judgeHeld, of a withdrawal', () => {
  it.each<[string, Held | null, string | null, object]>([
    ['it is withdrawn', held({ state: 'withdrawn' }), '"1"', done],
    ['nothing ever arrived', null, null, { kind: 'moot' }],
    ['what we knew is gone', null, '"1"', { kind: 'done', version: null, address: null }],
    ['what we knew is there', held({ version: '"1"' }), '"1"', { kind: 'send', base: '"1"' }],
    ['it is there though we never learnt its version', held(), null, { kind: 'send', base: '"2"' }],
    ['something else is there', held(), '"1"', { kind: 'conflict', seen: '"2"' }],
  ])('when %s', (_, found, base, judgement) => {
    expect(judgeHeld('withdraw', OURS, found, base)).toEqual(judgement)
  })
})
