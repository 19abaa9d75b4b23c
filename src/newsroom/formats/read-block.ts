import type { Block, Run } from '../story/index.ts'

/** The two house forms that stand inside a story's text. */
export type HouseForm = 'dateline' | 'credit'

/** A run as read. `form`: the file says by a class that this is the dateline or the credit line. */
export type Piece = Run & { readonly form?: HouseForm }

/** A block as read from a file, before the dateline and the credit line are taken out of its text. */
export interface ReadBlock {
  readonly kind: Block['kind']
  readonly ordered: boolean
  readonly photo: { readonly photo: string; readonly alt: string } | null
  /** The name the file gives it, fit or not. */
  readonly id: string | null
  /** The file says that the whole block is the dateline or the credit line. */
  readonly form: HouseForm | null
  /** How a credit line that is a block by itself was joined, if the file says so. */
  readonly join: string | null
  readonly pieces: readonly Piece[]
}

/** A block's text without its marks. */
export function getReadText(block: Pick<ReadBlock, 'pieces'>): string {
  return block.pieces.map((piece) => piece.text).join('')
}

/** A block with nothing but its kind. */
export function createReadBlock(kind: Block['kind'], over: Partial<ReadBlock> = {}): ReadBlock {
  return { kind, ordered: false, photo: null, id: null, form: null, join: null, pieces: [], ...over }
}
