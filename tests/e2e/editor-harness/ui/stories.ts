import { parseHouse, type House } from '../../../../src/newsroom/house/index.ts'
import { parseStory, type Story } from '../../../../src/newsroom/story/index.ts'
import { createLongText, SAMPLE_TEXT } from './sample-text.ts'
import starter from '../../../../resources/house/starter.json'

/** The office of the harness: the starter's, and two more who take photos. */
export function createHouse(): House {
  return parseHouse({
    ...starter,
    dateline: {
      ...starter.dateline,
      places: [...starter.dateline.places, { place: 'Rawajaya', site: 'kab-rawajaya.kpu.go.id' }],
    },
    staff: [
      { initials: 'nrl', name: 'Nurlaila Hapsari', roles: ['writer'] },
      { initials: 'bgs', name: 'Bagas Firmansyah', roles: ['photographer'] },
      { initials: 'fth', name: 'Fathurrahman', roles: ['writer', 'photographer'] },
      { initials: 'ari', name: 'Ari Faturokhman', roles: ['writer'] },
      { initials: 'ed', name: 'Mira Dewanti', roles: ['editor'] },
    ],
  })
}

/** The usual story of the harness. */
export function createSampleStory(over: Partial<Story> = {}): Story {
  return createStory(SAMPLE_TEXT, over)
}

/** A story of at least so many words, in paragraphs of some fifty. */
export function createLongStory(words: number): Story {
  return createStory(createLongText(words))
}

function createStory(texts: readonly string[], over: Partial<Story> = {}): Story {
  return parseStory({
    schema: 1,
    headline: 'KPU Kota Tirtasari Ajak Penyandang Disabilitas Uji Alat Bantu Coblos',
    event: { date: '2025-11-13', year: 'stated' },
    dateline: { place: 'Tirtasari', site: 'kota-tirtasari.kpu.go.id' },
    credit: {
      writers: { initials: ['nrl'], parting: 'comma' },
      editors: ['ed'],
      photo: {
        kind: 'people',
        by: { initials: ['bgs'], parting: 'comma' },
        organisation: 'KPU Kota Tirtasari',
      },
      join: 'space',
    },
    slug: 'uji-alat-bantu-coblos',
    excerpt: '',
    tags: [],
    blocks: texts.map((text, i) => ({
      id: `b${String(i + 1).padStart(12, '0')}`,
      kind: 'paragraph',
      runs: text === '' ? [] : [{ text }],
    })),
    ...over,
  })
}
