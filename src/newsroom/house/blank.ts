import { getBlockText, makeSlug, type Block, type Run, type Story } from '../story/index.ts'

/**
 * Blanks: what a template leaves open, written into its texts as `{{label}}`. A story carries its blanks in the same
 * form, in its headline and its blocks, until each has been filled; so they go through every format and every save as
 * any text does. One that is left is reason enough not to publish.
 */

/** A blank in a text, and where it stands, in UTF-16 units. */
export interface FoundBlank {
  readonly label: string
  readonly start: number
  readonly end: number
}

/** A label is 1 to 60 characters on one line, without braces. */
const LABEL = '[^{}\\n]{1,60}'
const BLANK = new RegExp(`\\{\\{(${LABEL})\\}\\}`, 'g')
const WHOLE_LABEL = new RegExp(`^${LABEL}$`)

/** Whether a text can name a blank. */
export function isBlankLabel(text: string): boolean {
  return WHOLE_LABEL.test(text)
}

/** Writes a blank as texts hold it: `{{acara}}`. */
export function formatBlank(label: string): string {
  return `{{${label}}}`
}

/** The blanks in a text, from its start to its end. */
export function findBlanksIn(text: string): readonly FoundBlank[] {
  return [...text.matchAll(BLANK)].map((found) => ({
    label: found[1] ?? '',
    start: found.index,
    end: found.index + found[0].length,
  }))
}

/** The labels of the blanks that a story still shows, in reading order; one that stands twice is named twice. */
export function findBlanks(story: Pick<Story, 'headline' | 'blocks'>): readonly string[] {
  const texts = [story.headline, ...story.blocks.map(getBlockText)]
  return texts.flatMap((text) => findBlanksIn(text).map(({ label }) => label))
}

/** Puts a value in the place of every blank of a label; what a value looks like does not matter. */
export function fillText(text: string, label: string, value: string): string {
  return text.split(formatBlank(label)).join(value)
}

/** Fills every blank of a label in a story's headline and blocks. Blocks and runs without one stay the same objects. */
export function fillStory(story: Story, label: string, value: string): Story {
  const blank = formatBlank(label)
  const fillRun = (run: Run): Run =>
    run.text.includes(blank) ? { ...run, text: fillText(run.text, label, value) } : run
  const fillBlock = (block: Block): Block =>
    block.runs.some((run) => run.text.includes(blank))
      ? { ...block, runs: block.runs.map(fillRun).filter((run) => run.text !== '') }
      : block
  return {
    ...story,
    headline: fillText(story.headline, label, value),
    blocks: story.blocks.map(fillBlock),
  }
}

/** The slug that a headline asks for: a blank that is still to be filled is no part of it. */
export function makeHeadlineSlug(headline: string): string {
  return makeSlug(headline.replace(BLANK, ' '))
}

/** Whether a slug was made of this headline, with a number or not: then it goes along when the headline is changed. */
export function isSlugOf(slug: string, headline: string): boolean {
  const made = makeHeadlineSlug(headline)
  return slug === made || (slug.startsWith(`${made}-`) && /^[0-9]+$/.test(slug.slice(made.length + 1)))
}
