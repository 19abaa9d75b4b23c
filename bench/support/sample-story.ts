import type { RandomBytes } from '../../src/base/ids.ts'
import type { Story } from '../../src/newsroom/story/index.ts'
import { aCredit, aStory } from '../../tests/support/builders.ts'

/** What the drafts of a sample library can be looked for by. */
export const SOUGHT = { frequent: 'yang', rare: 'langkanya', prefix: 'sosi', phrase: 'daftar pemilih tetap' }

const VOCABULARY = 20_000
const DRAWS = 2 ** 16
const PARAGRAPHS = 5
const WORDS_PER_PARAGRAPH = 50
const SYLLABLES = 'ba be ci da di ga ha ja ka ke la li ma mu na ni pa pe ra ri sa se ta ti tu wa ya yu'.split(
  ' ',
)

/** How many places there are, and who writes; every day of five years has its stories. */
const PLACES = 24
const WRITERS = ['nrl', 'bgs', 'rhd', 'awh', 'dni', 'sit', 'mar', 'tri']
const DAYS = 5 * 365

/** The place, the writer and the month that some of the drafts have. */
export const NARROWED = { place: nameWord(3), writer: 'rhd', month: '2023-05' }

/** The word of each draw: the second most frequent comes half as often as the first, as in any language. */
const DRAWN: readonly string[] = Array.from({ length: DRAWS }, (_, draw) =>
  nameWord(Math.floor(VOCABULARY ** (draw / DRAWS)) - 1),
)

/** The story of the draft with this number, about 250 words. */
export function createSampleStory(number: number, random: RandomBytes): Story {
  const blocks = Array.from({ length: PARAGRAPHS }, () => drawWords(WORDS_PER_PARAGRAPH, random))
  if (number % 10 === 0) blocks[2] = `${blocks[2]} ${SOUGHT.phrase}.`
  if (number % 2_000 === 0) blocks[3] = `${blocks[3]} ${SOUGHT.rare}.`
  const headline = `${drawWords(7, random)} ${number}`
  return aStory({
    headline,
    slug: headline.replaceAll(' ', '-'),
    blocks,
    tags: [drawWords(1, random)],
    event: { date: nameDay(number), year: 'stated' },
    dateline: { place: nameWord(number % PLACES), site: 'kota-tirtasari.kpu.go.id' },
    credit: aCredit({ writers: { initials: [WRITERS[number % WRITERS.length] ?? 'nrl'], parting: 'comma' } }),
  })
}

function drawWords(count: number, random: RandomBytes): string {
  const bytes = random(count * 2)
  const draws = Array.from({ length: count }, (_, i) => ((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0))
  return draws.map((draw) => DRAWN[draw]).join(' ')
}

function nameDay(number: number): string {
  return new Date(Date.UTC(2021, 0, 1 + (number % DAYS))).toISOString().slice(0, 10)
}

/** A word of our own making for each rank, but for those that are looked for. */
function nameWord(rank: number): string {
  if (rank === 2) return SOUGHT.frequent
  if (rank === 60) return 'sosialisasi'
  const base = SYLLABLES.length
  const digits = [rank % base, Math.floor(rank / base) % base, Math.floor(rank / base ** 2)]
  return digits.map((digit) => SYLLABLES[digit % base]).join('')
}
