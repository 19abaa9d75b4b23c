import {
  findCreditLine,
  parseCreditLine,
  parseDateline,
  type CreditJoin,
  type CreditLine,
  type Dateline,
} from '../story/index.ts'
import type { HouseForms } from './html-body.ts'
import { findClosingIndex, findLedeIndex } from './placement.ts'
import { getReadText, type HouseForm, type Piece, type ReadBlock } from './read-block.ts'

/**
 * Takes the dateline and the credit line out of blocks as read, by the classes that our own files carry and by the
 * house's grammar. What does not fit the grammar stays text, whatever class it has.
 */
export interface HouseFormReading {
  readonly dateline: Dateline | null
  readonly credit: CreditLine | null
  readonly blocks: readonly ReadBlock[]
}

/** `byGrammar` is false for a file of ours: there, text that happens to fit but has no class is text. */
export function takeHouseForms(
  blocks: readonly ReadBlock[],
  house: HouseForms,
  byGrammar: boolean,
): HouseFormReading {
  const opened = takeMarkedDateline(blocks, house) ?? (byGrammar ? takePrintedDateline(blocks, house) : null)
  const rest = opened?.blocks ?? blocks
  const closed =
    takeMarkedCredit(rest, house, byGrammar) ?? (byGrammar ? takePrintedCredit(rest, house) : null)
  return {
    dateline: opened?.dateline ?? null,
    credit: closed?.credit ?? null,
    blocks: closed?.blocks ?? rest,
  }
}

interface Opened {
  readonly dateline: Dateline
  readonly blocks: readonly ReadBlock[]
}
interface Closed {
  readonly credit: CreditLine
  readonly blocks: readonly ReadBlock[]
}

function takeMarkedDateline(blocks: readonly ReadBlock[], house: HouseForms): Opened | null {
  for (const [i, block] of blocks.entries()) {
    const text = getFormText(block, 'dateline')
    const found = parseDateline(text, house.dateline.pattern)
    if (found === null || found.length !== text.length) continue
    return { dateline: found.dateline, blocks: dropForm(blocks, i, 'dateline') }
  }
  return null
}

function takePrintedDateline(blocks: readonly ReadBlock[], house: HouseForms): Opened | null {
  const i = findLedeIndex(blocks)
  const lede = blocks[i]
  if (lede === undefined) return null
  const found = parseDateline(getReadText(lede), house.dateline.pattern)
  if (found === null) return null
  return { dateline: found.dateline, blocks: blocks.with(i, cutBlock(lede, found.length, Infinity)) }
}

function takeMarkedCredit(
  blocks: readonly ReadBlock[],
  house: HouseForms,
  byGrammar: boolean,
): Closed | null {
  for (const [i, block] of blocks.entries()) {
    const text = getFormText(block, 'credit')
    const inner = text.replace(/^[ \n]/, '')
    const printed = parseCreditLine(inner, house.credit)
    if (printed === null) continue
    const rest = dropForm(blocks, i, 'credit')
    if (block.form === 'credit') return { credit: { ...printed, join: readJoin(block.join) }, blocks: rest }
    if (inner !== text || !byGrammar) {
      return { credit: { ...printed, join: toJoin(text.charAt(0)) }, blocks: rest }
    }
    return takeOuterJoin(printed, rest, i)
  }
  return null
}

/** A file of another make has the joining blank before the marked credit line, not in it. */
function takeOuterJoin(
  printed: Omit<CreditLine, 'join'>,
  blocks: readonly ReadBlock[],
  i: number,
): Closed | null {
  const block = blocks[i]
  if (block === undefined) return null
  const text = getReadText(block)
  const join = toJoin(text.charAt(text.length - 1))
  const end = join === 'none' ? text.length : text.length - 1
  return { credit: { ...printed, join }, blocks: blocks.with(i, cutBlock(block, 0, end)) }
}

function takePrintedCredit(blocks: readonly ReadBlock[], house: HouseForms): Closed | null {
  const i = findClosingIndex(blocks)
  const block = blocks[i]
  if (block === undefined) return null
  const found = findCreditLine(getReadText(block), house.credit)
  if (found === null) return null
  if (found.start === 0 && blocks.length > 1) {
    return { credit: { ...found.credit, join: 'block' }, blocks: blocks.toSpliced(i, 1) }
  }
  return { credit: found.credit, blocks: blocks.with(i, cutBlock(block, 0, found.start)) }
}

function toJoin(before: string): CreditJoin {
  if (before === ' ') return 'space'
  return before === '\n' ? 'line' : 'none'
}

function readJoin(join: string | null): CreditJoin {
  return join === 'none' || join === 'space' || join === 'line' ? join : 'block'
}

/** The text that a class calls a house form: the whole block, or some of its pieces. */
function getFormText(block: ReadBlock, form: HouseForm): string {
  if (block.form === form) return getReadText(block)
  return getReadText({ pieces: block.pieces.filter((piece) => piece.form === form) })
}

function dropForm(blocks: readonly ReadBlock[], i: number, form: HouseForm): readonly ReadBlock[] {
  const block = blocks[i]
  if (block === undefined || block.form === form) return blocks.toSpliced(i, 1)
  return blocks.with(i, { ...block, pieces: block.pieces.filter((piece) => piece.form !== form) })
}

/** What is left of a block between two offsets into its text. */
function cutBlock(block: ReadBlock, start: number, end: number): ReadBlock {
  let at = 0
  const pieces: Piece[] = []
  for (const piece of block.pieces) {
    const text = piece.text.slice(Math.max(0, start - at), Math.max(0, end - at))
    at += piece.text.length
    if (text !== '') pieces.push({ ...piece, text })
  }
  return { ...block, pieces }
}
