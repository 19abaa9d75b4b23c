import { parseStory, type Story } from '../../../src/newsroom/story/index.ts'
import { aStory } from '../../support/builders.ts'

/** How many paragraphs of about 300 bytes: a short piece, a long one, one of more than 20,000 words. */
export const SIZES = { small: 6, long: 200, huge: 4_000 } as const

/** The story that was saved as this number: every part of it says which, so that a mixture is noticed. */
export function makeStory(number: number, paragraphs: number = SIZES.small): Story {
  const sentence = `Naskah nomor ${number} dari meja redaksi Kota Tirtasari menyebut tahapan, jadwal, dan tempat. `
  return aStory({
    headline: `Kabar ke-${number} sepanjang ${paragraphs} paragraf`,
    slug: `kabar-ke-${number}`,
    blocks: Array.from({ length: paragraphs }, (_, i) => `Bagian ${i}. ${sentence.repeat(3)}`),
  })
}

/** Which story this is; null when it is none of ours, whole and unmixed. */
export function recogniseStory(story: Story): number | null {
  const [, number = '', paragraphs = ''] =
    /^Kabar ke-(\d+) sepanjang (\d+) paragraf$/.exec(story.headline) ?? []
  const expected = makeStory(Number(number), Number(paragraphs))
  const isWhole = JSON.stringify(parseStory(story)) === JSON.stringify(expected)
  return number !== '' && isWhole ? Number(number) : null
}
