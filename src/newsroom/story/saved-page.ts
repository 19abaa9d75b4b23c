import type { RandomBytes } from '../../base/ids.ts'
import { createBlockId } from './block-id.ts'
import { findCreditLine, parseCreditLine, type CreditRule } from './credit-line.ts'
import { parseDateline } from './dateline.ts'
import { findEventDate } from './indonesian-date.ts'
import { splitParagraph, splitParagraphs, type Paragraph } from './paragraphs.ts'
import { dropTrailingBlanks } from './pattern.ts'
import { makeSlug } from './slug.ts'
import { STORY_SCHEMA, type Block, type CreditLine, type Dateline, type Story } from './story.ts'

/**
 * Reads the text of a saved news page into stories. It promises the staff that nothing is lost: what does not fit the
 * house's forms stays text and is reported, and what is left out (a page title) is reported with its line.
 */
export interface SavedPageOptions {
  readonly datelinePattern: string
  readonly creditRule: CreditRule
  /** `YYYY-MM-DD` in the office's zone: a year that is not printed is the one nearest to it. */
  readonly today: string
  readonly year?: number | undefined
  readonly random: RandomBytes
}

/** What a kept story lacks. */
export type StoryReport = 'no-headline' | 'no-dateline' | 'no-credit' | 'no-event-date'

export interface ReadStory {
  readonly story: Story
  /** The line of its headline, from 1. */
  readonly line: number
  readonly reports: readonly StoryReport[]
}

export interface SkippedText {
  readonly line: number
  readonly reason: 'page-title' | 'before-first-story' | 'stray-line'
  readonly text: string
}

export interface SavedPage {
  readonly stories: readonly ReadStory[]
  readonly skipped: readonly SkippedText[]
}

/** A lone line of at most this many characters beside the stories is furniture of the page. */
const FURNITURE = 120
const HEADLINE = 250

/**
 * Reads a page. A story starts at a line whose next paragraph parses as a dateline; that line is the headline. After a
 * full credit line a headline-like line with a paragraph below starts one too, so that a story whose dateline does not
 * fit is kept apart from the one before it. Without any dateline the whole text is one story.
 */
export function parseSavedPage(text: string, options: SavedPageOptions): SavedPage {
  const paragraphs = partAtDatelines(splitParagraphs(text), options)
  const starts = findStarts(paragraphs, options)
  const first = starts[0]
  if (first === undefined) {
    return { stories: paragraphs.length === 0 ? [] : [readStory(paragraphs, options)], skipped: [] }
  }
  const skipped: SkippedText[] = paragraphs
    .slice(0, first)
    .map((each) => skip(each, first === 1 ? 'page-title' : 'before-first-story'))
  const stories: ReadStory[] = []
  for (const [i, start] of starts.entries()) {
    const parts = partAfterCredit(paragraphs.slice(start, starts[i + 1]), options)
    stories.push(...parts.stories.map((each) => readStory(each, options)))
    skipped.push(...parts.strays.map((each) => skip(each, 'stray-line')))
  }
  return { stories, skipped }
}

/** Pages saved without blank lines: a dateline that opens a later line of a paragraph parts it, with its headline. */
function partAtDatelines(paragraphs: readonly Paragraph[], options: SavedPageOptions): readonly Paragraph[] {
  return paragraphs.flatMap((paragraph, i) => {
    const parts: Paragraph[] = []
    let rest = paragraph
    for (let at = findDatelineLine(rest, options); at > 0; at = findDatelineLine(rest, options)) {
      const [before, after] = splitParagraph(rest, at)
      parts.push(...partLastLine(before))
      rest = after
    }
    const next = paragraphs[i + 1]
    const opensStory =
      next !== undefined && startsWithDateline(next, options) && !startsWithDateline(rest, options)
    return [...parts, ...(opensStory ? partLastLine(rest) : [rest])]
  })
}

function findDatelineLine(paragraph: Paragraph, options: SavedPageOptions): number {
  const lines = paragraph.text.split('\n')
  return lines.findIndex((line, i) => i > 0 && parseDateline(line, options.datelinePattern) !== null)
}

/** Only the last line before a dateline is the headline. */
function partLastLine(paragraph: Paragraph): readonly Paragraph[] {
  const lines = paragraph.text.split('\n').length
  return lines === 1 ? [paragraph] : splitParagraph(paragraph, lines - 1)
}

function startsWithDateline(paragraph: Paragraph, options: SavedPageOptions): boolean {
  return parseDateline(paragraph.text, options.datelinePattern) !== null
}

/** Where stories start. A dateline with no line of its own above it starts a story without a headline. */
function findStarts(paragraphs: readonly Paragraph[], options: SavedPageOptions): readonly number[] {
  const isLede = paragraphs.map((each) => startsWithDateline(each, options))
  return paragraphs.flatMap((_, i) =>
    isLede[i] === true ? [i > 0 && isLede[i - 1] === false ? i - 1 : i] : [],
  )
}

/** Parts what follows a full credit line within one story's paragraphs: a further story, or a stray line. */
function partAfterCredit(
  paragraphs: readonly Paragraph[],
  options: SavedPageOptions,
): { stories: (readonly Paragraph[])[]; strays: readonly Paragraph[] } {
  const end =
    paragraphs.findIndex((each) => findClosingCredit(each.text, options.creditRule)?.credit.photo != null) + 1
  const [next, ...more] = end === 0 ? [] : paragraphs.slice(end)
  if (next === undefined) return { stories: [paragraphs], strays: [] }
  const own = paragraphs.slice(0, end)
  if (more.length === 0) {
    return isFurniture(next) ? { stories: [own], strays: [next] } : { stories: [paragraphs], strays: [] }
  }
  if (!isHeadlineLike(next)) return { stories: [paragraphs], strays: [] }
  const later = partAfterCredit([next, ...more], options)
  return { stories: [own, ...later.stories], strays: later.strays }
}

function isFurniture(paragraph: Paragraph): boolean {
  return paragraph.text.length <= FURNITURE && !paragraph.text.includes('\n')
}

function isHeadlineLike(paragraph: Paragraph): boolean {
  return paragraph.text.length <= HEADLINE && !/\n|[.:;]$/.test(paragraph.text)
}

function readStory(paragraphs: readonly Paragraph[], options: SavedPageOptions): ReadStory {
  const { headline, line, body } = partHeadline(paragraphs, options)
  const found = parseDateline(body[0] ?? '', options.datelinePattern)
  const texts = found === null ? body : [(body[0] ?? '').slice(found.length), ...body.slice(1)]
  const { credit, texts: proper } = partCredit(texts, options.creditRule)
  const blocks = proper.map((each): Block => createParagraph(each, options.random))
  const event = findEventDate(proper[0] ?? '', options)
  const story = createStory({ headline, dateline: found?.dateline ?? null, blocks, credit, event })
  return { story, line, reports: reportOn(story) }
}

/** A story as read, with the fields that a page does not print left empty. */
function createStory(read: {
  headline: string
  dateline: Dateline | null
  blocks: readonly Block[]
  credit: CreditLine | null
  event: Story['event']
}): Story {
  return { schema: STORY_SCHEMA, ...read, slug: makeSlug(read.headline), excerpt: '', tags: [] }
}

/** The first line is the headline, except in a story that opens with its dateline. */
function partHeadline(
  paragraphs: readonly Paragraph[],
  options: SavedPageOptions,
): { headline: string; line: number; body: readonly string[] } {
  const first = paragraphs[0]
  const line = first?.line ?? 1
  if (first === undefined || startsWithDateline(first, options)) {
    return { headline: '', line, body: paragraphs.map((each) => each.text) }
  }
  const [headline = '', ...rest] = first.text.split('\n')
  const body = paragraphs.slice(1).map((each) => each.text)
  return { headline, line, body: rest.length === 0 ? body : [rest.join('\n'), ...body] }
}

function partCredit(
  texts: readonly string[],
  rule: CreditRule,
): { credit: CreditLine | null; texts: readonly string[] } {
  const before = texts.slice(0, -1)
  const last = texts.at(-1)
  if (last === undefined) return { credit: null, texts }
  const alone = before.length === 0 ? null : parseCreditLine(dropTrailingBlanks(last), rule)
  if (alone !== null) return { credit: { ...alone, join: 'block' }, texts: before }
  const found = findClosingCredit(last, rule)
  if (found === null) return { credit: null, texts }
  return { credit: found.credit, texts: [...before, last.slice(0, found.start)] }
}

/** Blanks after the closing bracket are no part of the story's form; they do not hide the credit line. */
function findClosingCredit(text: string, rule: CreditRule): ReturnType<typeof findCreditLine> {
  return findCreditLine(dropTrailingBlanks(text), rule)
}

function createParagraph(text: string, random: RandomBytes): Block {
  return { id: createBlockId(random), kind: 'paragraph', runs: text === '' ? [] : [{ text }] }
}

/** What a story lacks that a complete one in the house form has. */
export function reportOn(story: Story): readonly StoryReport[] {
  const reports: StoryReport[] = []
  if (story.headline === '') reports.push('no-headline')
  if (story.dateline === null) reports.push('no-dateline')
  if (story.credit === null) reports.push('no-credit')
  if (story.event === null) reports.push('no-event-date')
  return reports
}

function skip(paragraph: Paragraph, reason: SkippedText['reason']): SkippedText {
  return { line: paragraph.line, reason, text: paragraph.text }
}
