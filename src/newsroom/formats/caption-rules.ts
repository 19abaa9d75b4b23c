/** Where a story is shared with a caption. */
export const CAPTION_NETWORKS = ['whatsapp', 'instagram', 'x', 'facebook', 'threads'] as const
export type CaptionNetwork = (typeof CAPTION_NETWORKS)[number]

/** What a network takes, as its own help pages say. */
export interface CaptionRule {
  /** As people know it; the same in every language. */
  readonly name: string
  /** The most that a caption may hold, as `measure` counts. */
  readonly most: number
  /** How many hashtags a caption is given. */
  readonly hashtags: number
  /** Whether an address in a caption can be followed. */
  readonly hasLinks: boolean
  /** Whether stars make a text bold. */
  readonly hasBold: boolean
  /** How long a text is by the network's own count; never less than what the network counts. */
  measure(text: string): number
}

/** What X counts for any address, however long it is. */
const X_ADDRESS = 23
const ADDRESS = /https?:\/\/\S+/g
/** X counts these once and every other character twice (`twitter-text`, configuration 3). */
const X_ONCE = /[\u{0}-\u{10FF}\u{2000}-\u{200D}\u{2010}-\u{201F}\u{2032}-\u{2037}]/u

function countUnits(text: string): number {
  return text.length
}

/** Threads counts an emoji by its bytes in UTF-8: four beyond U+FFFF, and at most three below. */
function measureForThreads(text: string): number {
  let count = 0
  for (const character of text) {
    if (/\p{Extended_Pictographic}/u.test(character)) count += character.length > 1 ? 4 : 3
    else count += character.length > 1 ? 4 : 1
  }
  return count
}

function measureForX(text: string): number {
  const addresses = text.match(ADDRESS) ?? []
  let count = addresses.length * X_ADDRESS
  for (const character of text.replace(ADDRESS, '')) count += X_ONCE.test(character) ? 1 : 2
  return count
}

/**
 * The rule of each network. WhatsApp's is that of a caption below a photo, which a message of its own could exceed;
 * Threads makes a link of one tag a post; Instagram refuses more than five.
 */
export const CAPTION_RULES: Readonly<Record<CaptionNetwork, CaptionRule>> = {
  whatsapp: {
    name: 'WhatsApp',
    ...{ most: 1024, hashtags: 3, hasLinks: true, hasBold: true },
    measure: countUnits,
  },
  instagram: {
    name: 'Instagram',
    ...{ most: 2200, hashtags: 5, hasLinks: false, hasBold: false },
    measure: countUnits,
  },
  x: { name: 'X', most: 280, hashtags: 2, hasLinks: true, hasBold: false, measure: measureForX },
  facebook: {
    name: 'Facebook',
    ...{ most: 63_206, hashtags: 5, hasLinks: true, hasBold: false },
    measure: countUnits,
  },
  threads: {
    name: 'Threads',
    ...{ most: 500, hashtags: 1, hasLinks: true, hasBold: false },
    measure: measureForThreads,
  },
}
