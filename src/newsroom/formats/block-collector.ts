import { getReadText, type Piece, type ReadBlock } from './read-block.ts'

/** Gathers the blocks of a document as they are met. One is open at a time. */
export interface BlockCollector {
  /** Finishes the open block and opens another, which is kept though it stays empty if the file is one of ours. */
  open(block: ReadBlock): void
  /** Adds text to the open block, or to `fallback` when none is open and the text is more than blanks. */
  addText(piece: Piece, exact: boolean, fallback: ReadBlock): void
  addBreak(piece: Piece, fallback: ReadBlock): void
  finish(): void
  readonly blocks: readonly ReadBlock[]
}

const COLLAPSIBLE = /[ \t\n\r\f]+/g
const ONLY_SPACE = /^[ \t\n\r\f\u00a0]*$/

/**
 * Blanks collapse as browsers show them: a run of them is one space, none at a block's ends or around a line break; a
 * no-break space is text. Text that is `exact` keeps its blanks. `ours` says that the whole file does, and that
 * blocks without text are meant.
 */
export function createBlockCollector(ours: boolean): BlockCollector {
  const blocks: ReadBlock[] = []
  let current: ReadBlock | null = null
  let pieces: Piece[] = []

  const start = (block: ReadBlock) => {
    current = block
    pieces = []
  }
  const finish = () => {
    if (current !== null) {
      if (!ours) dropTrailing(pieces, ' \n')
      const block = { ...current, pieces }
      if (ours || !ONLY_SPACE.test(getReadText(block))) blocks.push(block)
    }
    current = null
  }
  return {
    blocks,
    finish,
    open(block) {
      finish()
      start(block)
    },
    addText(piece, exact, fallback) {
      const text = exact ? piece.text : collapse(piece.text, current !== null && !endsInSpace(pieces))
      if (current === null && ONLY_SPACE.test(text)) return
      if (current === null) start(fallback)
      if (text !== '') pieces.push({ ...piece, text })
    },
    addBreak(piece, fallback) {
      if (current === null && !ours) return
      if (current === null) start(fallback)
      if (!ours) dropTrailing(pieces, ' ')
      pieces.push({ ...piece, text: '\n' })
    },
  }
}

function collapse(text: string, keepFirst: boolean): string {
  const collapsed = text.replace(COLLAPSIBLE, ' ')
  return keepFirst || !collapsed.startsWith(' ') ? collapsed : collapsed.slice(1)
}

function endsInSpace(pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1)
  return last === undefined || /[ \n]$/.test(last.text)
}

/** Drops what `blanks` names from the end. A pattern would try every run of blanks in a text for the last one. */
function dropTrailing(pieces: Piece[], blanks: string): void {
  for (let last = pieces.at(-1); last !== undefined; last = pieces.at(-1)) {
    let end = last.text.length
    while (end > 0 && blanks.includes(last.text.charAt(end - 1))) end -= 1
    if (end === last.text.length) return
    pieces.pop()
    if (end > 0) pieces.push({ ...last, text: last.text.slice(0, end) })
  }
}
