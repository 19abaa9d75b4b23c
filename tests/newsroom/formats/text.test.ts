import { describe, expect, it } from 'vitest'
import { formatText, formatTextBody } from '../../../src/newsroom/formats/index.ts'
import { aCredit, aHouse, aStory } from '../../support/builders.ts'

const house = aHouse()
const photo = { kind: 'photo' as const, photo: 'a'.repeat(64), alt: '', runs: [{ text: 'Keterangan.' }] }
const DATELINE = 'Tirtasari, kota-tirtasari.kpu.go.id - '
const CREDIT = '(nrl/ed. Foto: bgs/KPU Kota Tirtasari)'

describe('formatText', () => {
  it('puts the dateline and the credit line to the text, not to the captions around it', () => {
    const story = aStory({ headline: 'Judul', blocks: [photo, 'Satu.', 'Dua.', photo] })
    expect(formatText(story, house)).toBe(
      `Judul\n\nKeterangan.\n\n${DATELINE}Satu.\n\nDua. ${CREDIT}\n\nKeterangan.`,
    )
    expect(formatTextBody(story, house)).toBe(formatText(story, house).slice('Judul\n\n'.length))
  })

  it('leaves nothing where a photo has no caption', () => {
    const bare = { ...photo, runs: [] }
    const story = aStory({ headline: 'Judul', blocks: [bare, 'Satu.', bare, 'Dua.', bare] })
    expect(formatText(story, house)).toBe(`Judul\n\n${DATELINE}Satu.\n\nDua. ${CREDIT}`)
  })

  it.each([
    ['none', `${DATELINE}Isi.${CREDIT}`],
    ['space', `${DATELINE}Isi. ${CREDIT}`],
    ['line', `${DATELINE}Isi.\n${CREDIT}`],
    ['block', `${DATELINE}Isi.\n\n${CREDIT}`],
  ] as const)('joins the credit line as it was: %s', (join, body) => {
    expect(formatTextBody(aStory({ blocks: ['Isi.'], credit: aCredit({ join }) }), house)).toBe(body)
  })
})
