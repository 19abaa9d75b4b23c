import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  CAPTION_NETWORKS,
  CAPTION_RULES,
  draftCaptions,
  formatCaptions,
  makeHashtags,
  measureCaption,
  shorten,
  type CaptionNetwork,
} from '../../../src/newsroom/formats/index.ts'
import { arbitraryStory, arbitraryText } from '../../support/arbitraries.ts'
import { aHouse, aLongStory, aStory } from '../../support/builders.ts'

const ADDRESS = 'https://kota-tirtasari.kpu.go.id/berita/kpu-kota-tirtasari-uji-alat-bantu-coblos'
const house = aHouse({ hashtags: ['#KPUMelayani', 'temanpemilih'] })

function draft(network: CaptionNetwork, story = aStory(), address: string | null = ADDRESS): string {
  return draftCaptions(story, { house, address }).find((each) => each.network === network)?.text ?? ''
}

describe('draftCaptions', () => {
  it('gives headline, lede, address and hashtags, as each network shows them', () => {
    const story = aStory({ tags: ['alat bantu coblos'] })
    const lede = story.blocks[0]?.runs[0]?.text
    expect(draft('whatsapp', story)).toBe(
      [`*${story.headline}*`, lede, ADDRESS, '#KPUMelayani #temanpemilih #AlatBantuCoblos'].join('\n\n'),
    )
    expect(draft('instagram', story)).toBe(
      [story.headline, lede, '#KPUMelayani #temanpemilih #AlatBantuCoblos'].join('\n\n'),
    )
    expect(draft('threads', story)).toBe([story.headline, lede, ADDRESS, '#KPUMelayani'].join('\n\n'))
  })

  it('takes the excerpt where there is one, and no address that nobody knows', () => {
    const story = aStory({ excerpt: 'Dua belas pemilih mencoba.' })
    expect(draft('facebook', story, null)).toBe(
      [story.headline, 'Dua belas pemilih mencoba.', '#KPUMelayani #temanpemilih'].join('\n\n'),
    )
  })

  it('lets the lede give way on X, between words and not inside a name', () => {
    const lede =
      'Ketua Divisi Sosialisasi mengundang dua belas pemilih penyandang disabilitas dari enam kelurahan untuk mencoba alat bantu coblos bersama Ratna Widuri Kusumaningtyas Prabandari dan para kader posyandu setempat.'
    const text = draft('x', aStory({ blocks: [lede] }))
    expect(measureCaption('x', text).length).toBeLessThanOrEqual(280)
    expect(text).toContain(ADDRESS)
    expect(text).toContain('…')
    expect(text).not.toMatch(/Ratna(?! Widuri Kusumaningtyas Prabandari)/)
  })

  it('never exceeds a limit nor cuts an address, whatever the story', () => {
    fc.assert(
      fc.property(arbitraryStory({ text: arbitraryText() }), fc.boolean(), (story, isLong) => {
        const long = isLong ? { ...aLongStory(2000), tags: story.tags, headline: story.headline } : story
        for (const { text, length, most, network } of draftCaptions(long, { house, address: ADDRESS })) {
          expect(length).toBeLessThanOrEqual(most)
          expect(length).toBe(CAPTION_RULES[network].measure(text))
          if (CAPTION_RULES[network].hasLinks) expect(text).toContain(ADDRESS)
          expect(text.isWellFormed() || !JSON.stringify(long).isWellFormed()).toBe(true)
        }
      }),
      { numRuns: 100 },
    )
  })

  it('is printed with the name and the length of each', () => {
    const text = formatCaptions(draftCaptions(aStory(), { house }))
    const names = CAPTION_NETWORKS.map((network) => CAPTION_RULES[network].name)
    expect(names.filter((name) => new RegExp(String.raw`^${name} \(\d+/\d+\)$`, 'm').test(text))).toEqual(
      names,
    )
  })
})

describe('shorten', () => {
  const upTo = (most: number) => (text: string) => text.length <= most
  it.each([
    ['Rapat dimulai pagi. Peserta datang dari enam kelurahan.', 40, 'Rapat dimulai pagi.'],
    ['Rapat. Peserta datang dari enam kelurahan.', 35, 'Rapat. Peserta datang dari enam…'],
    [
      'Dihadiri Dr. Nurlaila Hapsari, S.T., M.Si. dan tim.',
      44,
      'Dihadiri Dr. Nurlaila Hapsari, S.T., M.Si.…',
    ],
    ['Rapat itu dihadiri Dr. Nurlaila Hapsari, S.T., M.Si. dan tim.', 50, 'Rapat itu dihadiri…'],
    ['Lihat https://kpu.go.id/a-b-c segera', 22, 'Lihat…'],
    ['Supercalifragilistik', 10, ''],
    ['Pas', 3, 'Pas'],
  ])('makes of %j in %i: %j', (text, most, expected) => {
    expect(shorten(text, upTo(most))).toBe(expected)
  })
})

describe('measureCaption', () => {
  it.each([
    ['x', 'abc', 3],
    ['x', `Baca ${ADDRESS}`, 28],
    ['x', '選挙', 4],
    ['threads', 'a👍', 5],
    ['instagram', 'abc', 3],
  ] as const)('counts on %s %j as %i', (network, text, length) => {
    expect(measureCaption(network, text).length).toBe(length)
  })
})

describe('makeHashtags', () => {
  it('joins words, drops what no hashtag may hold, and gives each once', () => {
    expect(makeHashtags(['#KPU', 'kpu', 'pemilu 2029', '2029', '!', 'data-pemilih'])).toEqual([
      '#KPU',
      '#Pemilu2029',
      '#DataPemilih',
    ])
  })
})
