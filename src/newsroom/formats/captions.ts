import type { House } from '../house/index.ts'
import type { Story } from '../story/index.ts'
import { CAPTION_NETWORKS, CAPTION_RULES, type CaptionNetwork } from './caption-rules.ts'
import { makeHashtags } from './hashtags.ts'
import { getSummary, toOneLine } from './printed-forms.ts'
import { shorten } from './shorten.ts'

/** In UTF-16 units: a caption invites to read on, and is not the story, even where a network would take all of it. */
const LONGEST_LEDE = 600

/** A caption as drafted, to be copied or edited. */
export interface Caption {
  readonly network: CaptionNetwork
  readonly text: string
  /** By the network's own count, as is `most`. */
  readonly length: number
  readonly most: number
}

export interface CaptionContext {
  readonly house: Pick<House, 'hashtags'>
  /** Where readers find the story; null as long as nobody knows. */
  readonly address?: string | null
}

/**
 * A caption for each network: headline, lede (or the excerpt where there is one), the story's address where it can be
 * followed, and hashtags from the house's list and the story's tags. None is longer than its network takes; what gives
 * way is the lede first, then the hashtags, then the headline. No word, name, address or grapheme is cut.
 */
export function draftCaptions(story: Story, context: CaptionContext): readonly Caption[] {
  return CAPTION_NETWORKS.map((network) => draftCaption(network, story, context))
}

/** All captions in one text, each below its network's name and how long it is. */
export function formatCaptions(captions: readonly Caption[]): string {
  const parts = captions.map(
    ({ network, text, length, most }) => `${CAPTION_RULES[network].name} (${length}/${most})\n\n${text}`,
  )
  return `${parts.join('\n\n----\n\n')}\n`
}

/** How long a text is for a network, and the most that it takes. */
export function measureCaption(network: CaptionNetwork, text: string): Pick<Caption, 'length' | 'most'> {
  const { most, measure } = CAPTION_RULES[network]
  return { length: measure(text), most }
}

function draftCaption(
  network: CaptionNetwork,
  story: Story,
  { house, address = null }: CaptionContext,
): Caption {
  const { most, measure, ...rule } = CAPTION_RULES[network]
  const fits = (...parts: readonly string[]) => measure(join(parts)) <= most
  const link = address !== null && rule.hasLinks && fits(address) ? address : ''
  const headline = shorten(toOneLine(story.headline), (text) => fits(embolden(text, rule.hasBold), link))
  const opening = embolden(headline, rule.hasBold)
  const tags = takeWhileFitting(
    makeHashtags([...(house.hashtags ?? []), ...story.tags]).slice(0, rule.hashtags),
    (tags) => fits(opening, link, tags),
  )
  const lede = shorten(
    toOneLine(getSummary(story)),
    (text) => text.length <= LONGEST_LEDE && fits(opening, text, link, tags),
  )
  const text = join([opening, lede, link, tags])
  return { network, text, length: measure(text), most }
}

/** Stars inside would end the bold text too early. */
function embolden(text: string, hasBold: boolean): string {
  return hasBold && text !== '' && !text.includes('*') ? `*${text}*` : text
}

function takeWhileFitting(tags: readonly string[], fits: (tags: string) => boolean): string {
  const count = tags.findIndex((_, i) => !fits(tags.slice(0, i + 1).join(' ')))
  return tags.slice(0, count < 0 ? tags.length : count).join(' ')
}

function join(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n')
}
