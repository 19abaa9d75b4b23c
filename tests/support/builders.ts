import type { RandomBytes } from '../../src/base/ids.ts'
import { parseHouse, type House } from '../../src/newsroom/house/index.ts'
import {
  parseStory,
  type Block,
  type CreditLine,
  type Run,
  type Story,
} from '../../src/newsroom/story/index.ts'

/** Random bytes that are the same in every run: each call goes on where the last one stopped. */
export function createTestRandom(seed = 1): RandomBytes {
  let state = seed
  const nextByte = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state >>> 24
  }
  return (count) => Uint8Array.from({ length: count }, nextByte)
}

/** An office of our own invention, complete and valid. */
export function aHouse(over: Partial<House> = {}): House {
  return parseHouse({
    organisation: {
      name: 'Komisi Pemilihan Umum Kota Tirtasari',
      short: 'KPU Kota Tirtasari',
      zone: 'WIB',
      language: 'id-ID',
    },
    dateline: {
      pattern: '{place}, {site} - ',
      places: [{ place: 'Tirtasari', site: 'kota-tirtasari.kpu.go.id' }],
    },
    credit: {
      pattern: '({writers}/{editors}. Foto: {photo})',
      archive: 'dok',
      organisation: 'KPU Kota Tirtasari',
    },
    staff: [
      { initials: 'nrl', name: 'Nurlaila Hapsari', roles: ['writer'] },
      { initials: 'bgs', name: 'Bagas Wicaksono', roles: ['writer', 'photographer'] },
      { initials: 'dan', name: 'Danang Prakoso', roles: ['photographer'] },
      { initials: 'ed', name: 'Meja redaksi', roles: ['editor'] },
    ],
    templates: [],
    terms: { free: ['KPU', 'RI', 'WIB'], prefer: {} },
    ...over,
  })
}

/** What a draft of `aHouse` knows beside its story, as formats ask for it. */
export const DRAFT_CONTEXT = {
  house: aHouse(),
  id: '0f9d3c1e-6a52-4b53-9a4e-3f0e1c2d3b4a',
  revision: 7,
  createdAt: '2025-11-13T02:00:00.000Z',
  updatedAt: '2025-11-13T10:10:00.250Z',
}

/** The credit line `(nrl/ed. Foto: bgs/KPU Kota Tirtasari)`, after a space. */
export function aCredit(over: Partial<CreditLine> = {}): CreditLine {
  return {
    writers: { initials: ['nrl'], parting: 'comma' },
    editors: ['ed'],
    photo: {
      kind: 'people',
      by: { initials: ['bgs'], parting: 'comma' },
      organisation: 'KPU Kota Tirtasari',
    },
    join: 'space',
    ...over,
  }
}

/** A block as a test writes it: a text is a paragraph; an id that is left out is `b` and the block's place from 1. */
export type BlockSketch =
  | string
  | { readonly kind: 'paragraph' | 'heading' | 'quote'; readonly id?: string; readonly runs: readonly Run[] }
  | { readonly kind: 'list'; readonly id?: string; readonly ordered: boolean; readonly runs: readonly Run[] }
  | {
      readonly kind: 'photo'
      readonly id?: string
      readonly photo: string
      readonly alt: string
      readonly runs: readonly Run[]
    }

/** A valid story in the house form of `aHouse`; what a test is about is given, the rest is filled in. */
export function aStory(
  over: Partial<Omit<Story, 'blocks'>> & { readonly blocks?: readonly BlockSketch[] } = {},
): Story {
  const { blocks = [LEDE, BODY], ...rest } = over
  return parseStory({
    schema: 1,
    headline: 'KPU Kota Tirtasari Uji Alat Bantu Coblos',
    event: { date: '2025-11-13', year: 'stated' },
    dateline: { place: 'Tirtasari', site: 'kota-tirtasari.kpu.go.id' },
    credit: aCredit(),
    slug: 'kpu-kota-tirtasari-uji-alat-bantu-coblos',
    excerpt: '',
    tags: [],
    ...rest,
    blocks: blocks.map(completeBlock),
  })
}

const LEDE =
  'Komisi Pemilihan Umum (KPU) Kota Tirtasari mengundang dua belas pemilih mencoba alat bantu coblos, Kamis (13/11).'
const BODY = '“Itu hak pemilih, dan tugas kami memastikan alatnya dapat dipakai,” ujar Ratna Widuri.'

function completeBlock(sketch: BlockSketch, i: number): unknown {
  const id = `b${String(i + 1).padStart(12, '0')}`
  if (typeof sketch !== 'string') return { id, ...sketch }
  return { id, kind: 'paragraph', runs: sketch === '' ? [] : [{ text: sketch }] } satisfies Omit<
    Block,
    'id'
  > & { id: string }
}

/** A story without its blocks' ids, to compare what was read with what was written. */
export function withoutIds(story: Story): unknown {
  return { ...story, blocks: story.blocks.map(({ id: _, ...block }) => block) }
}

/** A story of at least so many words, in paragraphs as news has them, with marks, double blanks and no-break spaces. */
export function aLongStory(words: number): Story {
  const sentence =
    'Komisi Pemilihan Umum (KPU) Kota Tirtasari  mengundang dua\u00a0belas pemilih mencoba alat bantu coblos, Kamis (13/11). '
  const runs = (i: number): readonly Run[] => [
    { text: `${i}. ${sentence.repeat(3)}` },
    { text: '“Itu hak pemilih,”', italic: true },
    { text: ' ujar ' },
    { text: 'Ratna Widuri', bold: true, link: 'https://kota-tirtasari.kpu.go.id/ratna' },
    { text: '.' },
  ]
  const perBlock = 53
  return aStory({
    blocks: Array.from({ length: Math.ceil(words / perBlock) }, (_, i) => ({
      kind: 'paragraph' as const,
      runs: runs(i + 1),
    })),
  })
}
