import type { House } from '../house/index.ts'
import { assertNever } from '../../base/errors.ts'
import {
  formatCreditLine,
  formatDateline,
  type Block,
  type CreditJoin,
  type CreditLine,
  type Run,
  type Story,
} from '../story/index.ts'
import { nestRuns, type Inline } from './inline.ts'
import { findClosingIndex, findLedeIndex } from './placement.ts'
import { escapeAttribute, escapeText } from './xml.ts'

/**
 * A story's body as XHTML that HTML parsers read the same way. Escaped by construction: text, attribute values and
 * cleaned links are the only things of a story that get in, and no element but those written here.
 *
 * Whitespace: a line break is `br`; a CR, and a tab in an attribute, is a character reference; blanks stand as they
 * are, at the ends and doubled too. The element of class `redaksi-story` says so: `parseHtml` reads what is in it
 * without collapsing blanks, and `formatHtmlPage` shows it with `white-space: pre-wrap`. Not representable are the
 * characters that XML forbids (`xml.ts`); they become U+FFFD.
 */
export const STORY_CLASS = 'redaksi-story'

/** What a house's forms take to print a story. */
export type HouseForms = Pick<House, 'dateline' | 'credit'> & Partial<Pick<House, 'categories'>>

export interface HtmlOptions {
  /** Gives each block its id as `id`, so that reading it back keeps the blocks' names. */
  readonly ids?: boolean
  /** Where a photo is to be found, by its name. Without it, or where it gives null, that is `photos/<sha256>.jpg`. */
  readonly photoAddress?: (photo: string) => string | null
  /** Where an attachment is to be had, by its file's digest. Without it, or where it gives null, it is named alone. */
  readonly attachmentAddress?: (file: string) => string | null
}

const JOIN: Readonly<Record<CreditJoin, string>> = { none: '', space: ' ', line: '<br/>', block: '' }

/** Prints a story's body, without its headline: one `div`, each block on a line of its own. */
export function formatHtml(story: Story, house: HouseForms, options: HtmlOptions = {}): string {
  const lede = findLedeIndex(story.blocks)
  const closing = story.credit?.join === 'block' ? -1 : findClosingIndex(story.blocks)
  const dateline =
    story.dateline === null ? '' : escapeText(formatDateline(story.dateline, house.dateline.pattern))
  const credit =
    story.credit === null
      ? ''
      : JOIN[story.credit.join] + escapeText(formatCreditLine(story.credit, house.credit))
  const texts = story.blocks.map(
    (block, i) =>
      wrapForm('dateline', i === lede ? dateline : '') +
      formatRuns(block.runs) +
      wrapForm('credit', i === closing ? credit : ''),
  )
  const lines = [
    ...(lede < 0 ? formatAlone('dateline', dateline) : []),
    ...formatBlocks(story.blocks, texts, options),
    ...(closing < 0 ? formatAlone('credit', credit, story.credit) : []),
  ]
  return [`<div xmlns="http://www.w3.org/1999/xhtml" class="${STORY_CLASS}">`, ...lines, '</div>'].join('\n')
}

function formatRuns(runs: readonly Run[]): string {
  return nestRuns(runs).map(formatInline).join('')
}

function formatInline(node: Inline): string {
  if (node.kind === 'text') return node.text.split('\n').map(escapeText).join('<br/>')
  const inner = node.children.map(formatInline).join('')
  if (node.kind === 'link') return `<a href="${escapeAttribute(node.address)}">${inner}</a>`
  return node.kind === 'bold' ? `<strong>${inner}</strong>` : `<em>${inner}</em>`
}

function wrapForm(name: 'dateline' | 'credit', content: string): string {
  return content === '' ? '' : `<span class="${name}">${content}</span>`
}

/** A dateline or credit line without a text that could hold it. How it was joined is told apart from `block`. */
function formatAlone(
  name: 'dateline' | 'credit',
  content: string,
  credit: CreditLine | null = null,
): readonly string[] {
  if (content === '') return []
  const join = credit === null || credit.join === 'block' ? '' : ` data-join="${credit.join}"`
  return [`<p class="${name}"${join}>${content}</p>`]
}

function formatBlocks(
  blocks: readonly Block[],
  texts: readonly string[],
  options: HtmlOptions,
): readonly string[] {
  return blocks.flatMap((block, i) => {
    const line = formatBlock(block, texts[i] ?? '', options)
    if (block.kind !== 'list') return [line]
    const tag = block.ordered ? 'ol' : 'ul'
    const open = isSameList(blocks[i - 1], block) ? [] : [`<${tag}>`]
    const close = isSameList(blocks[i + 1], block) ? [] : [`</${tag}>`]
    return [...open, line, ...close]
  })
}

function isSameList(other: Block | undefined, block: Block & { kind: 'list' }): boolean {
  return other?.kind === 'list' && other.ordered === block.ordered
}

function formatBlock(block: Block, text: string, options: HtmlOptions): string {
  const id = options.ids === true ? ` id="${escapeAttribute(block.id)}"` : ''
  switch (block.kind) {
    case 'paragraph':
      return `<p${id}>${text}</p>`
    case 'heading':
      return `<h2${id}>${text}</h2>`
    case 'quote':
      return `<blockquote><p${id}>${text}</p></blockquote>`
    case 'list':
      return `<li${id}>${text}</li>`
    case 'photo': {
      const address = options.photoAddress?.(block.photo) ?? `photos/${block.photo}.jpg`
      const image = `<img src="${escapeAttribute(address)}" alt="${escapeAttribute(block.alt)}"/>`
      const photo = escapeAttribute(block.photo)
      return `<figure${id} data-photo="${photo}">${image}<figcaption>${text}</figcaption></figure>`
    }
    default:
      return assertNever(block)
  }
}
