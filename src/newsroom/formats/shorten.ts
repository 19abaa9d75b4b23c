/**
 * Shortens a text where a reader would: after a sentence, else between words, with an ellipsis. A name of several words,
 * an address and a grapheme are never cut.
 */
const SENTENCES = new Intl.Segmenter('id', { granularity: 'sentence' })

/** A word that a name begins or goes on with: a capital letter first. */
const NAME_WORD = String.raw`\p{Lu}[\p{L}\p{M}\p{N}.'’-]*`
/** `KPU Kota Tirtasari`, `Dr. Nurlaila Hapsari, S.T., M.Si.`, `Kamis (13/11)`, `Rp 20 miliar` up to its number. */
const NAME = new RegExp(
  String.raw`${NAME_WORD}(?:[ \u{A0}](?:${NAME_WORD}|\p{N}[\p{N}.,/]*|\([^()]{1,40}\))|,[ \u{A0}]\p{Lu}[\p{L}\p{M}]*\.(?:[\p{L}\p{M}]+\.)*)*`,
  'gu',
)
/** Less than this share of the room is too little to end after a sentence. */
const ENOUGH = 0.4
const ELLIPSIS = '…'

/**
 * The longest good beginning of `text` that `fits`. Whole when it fits; empty when not even its first words do.
 * `fits` holds for every beginning of a text that it holds for.
 */
export function shorten(text: string, fits: (text: string) => boolean): string {
  if (fits(text)) return text
  const cut = cutBetweenWords(text, fits)
  const sentences = cutAfterSentence(text, fits)
  return sentences.length >= cut.length * ENOUGH ? sentences : cut
}

function cutAfterSentence(text: string, fits: (text: string) => boolean): string {
  let kept = ''
  for (const { segment, index } of SENTENCES.segment(text)) {
    const longer = trimEnd(text.slice(0, index + segment.length))
    if (!fits(longer)) break
    // Abbreviations end with a full stop too: `Dr.`, `S.T.`
    if (/[\p{Ll}\p{N})”"]{2}[.!?]["”’)]*$/u.test(longer) && !isWithinName(text, longer.length)) kept = longer
  }
  return kept
}

function cutBetweenWords(text: string, fits: (text: string) => boolean): string {
  let kept = ''
  for (const { index } of text.matchAll(/[ \t\n\r]+/g)) {
    if (isWithinName(text, index)) continue
    const longer = text.slice(0, index).replace(/[ \t\n\r,;:(–—-]+$/, '')
    if (longer === '') continue
    if (!fits(longer + ELLIPSIS)) break
    kept = longer + ELLIPSIS
  }
  return kept
}

/** Whether a place in a text stands inside a name. */
function isWithinName(text: string, at: number): boolean {
  for (const { index, 0: name } of text.matchAll(NAME)) {
    if (index >= at) return false
    if (at < index + name.length) return true
  }
  return false
}

function trimEnd(text: string): string {
  return text.replace(/[ \t\n\r]+$/, '')
}
