import type { BlockId } from './block-id.ts'

/**
 * The one model that everything meets at: the editor, every format in and out, every check, every target.
 * Plain readonly data. Text is exact: nothing is trimmed or normalised, no-break spaces included.
 */

/** The version of this model's stored shape. A stored story with a higher number comes from a newer Redaksi. */
export const STORY_SCHEMA = 1

/** A stretch of text with the same marks. `link` is an http, https or mailto address. `\n` is a line break. */
export interface Run {
  readonly text: string
  readonly bold?: true
  readonly italic?: true
  readonly link?: string
}

/** Offsets into a block count UTF-16 units of its runs' texts joined. A list is consecutive `list` blocks, one an item. */
export type Block =
  | { readonly id: BlockId; readonly kind: 'paragraph' | 'heading' | 'quote'; readonly runs: readonly Run[] }
  | { readonly id: BlockId; readonly kind: 'list'; readonly ordered: boolean; readonly runs: readonly Run[] }
  | {
      readonly id: BlockId
      readonly kind: 'photo'
      /** SHA-256 of the picture's bytes, 64 lower-case hex digits. */
      readonly photo: string
      readonly alt: string
      /** The caption. */
      readonly runs: readonly Run[]
    }

/** Where the story comes from: it opens the first block, `Semarang, kota-semarang.kpu.go.id - `. */
export interface Dateline {
  readonly place: string
  readonly site: string
}

/** How several names are parted in print. One name has nothing to part, and records a comma. */
export type Parting = 'comma' | 'slash'

/** Names in the order they are printed, by their initials (2–5 letters). */
export interface CreditNames {
  readonly initials: readonly string[]
  readonly parting: Parting
}

/**
 * Who made the picture: photographers and organisation (`awh/KPU Kota Semarang`),
 * or the archive and organisation (`dok KPU Kota Semarang`).
 */
export type PhotoCredit =
  | { readonly kind: 'people'; readonly by: CreditNames; readonly organisation: string }
  | { readonly kind: 'archive'; readonly organisation: string }

/** What stands between the last block's text and the credit line: nothing, a space, a line break, or a block of its own. */
export type CreditJoin = 'none' | 'space' | 'line' | 'block'

/** Who wrote, edited and photographed: it closes the story, `(rhd/ed. Foto: awh/KPU Kota Semarang)`. */
export interface CreditLine {
  readonly writers: CreditNames
  /** Several editors are always parted by a comma. */
  readonly editors: readonly string[]
  readonly photo: PhotoCredit | null
  readonly join: CreditJoin
}

/** The day the story tells of, as `YYYY-MM-DD`. `stated`: the year is printed or was given; `assumed`: the nearest. */
export interface EventDate {
  readonly date: string
  readonly year: 'stated' | 'assumed'
}

/** A file that comes with the story, a PDF: readers get it from its page. */
export interface Attachment {
  /** SHA-256 of the file's bytes, 64 lower-case hex digits. */
  readonly file: string
  /** What readers see of it. */
  readonly label: string
}

export interface Story {
  readonly schema: typeof STORY_SCHEMA
  readonly headline: string
  readonly event: EventDate | null
  readonly dateline: Dateline | null
  readonly blocks: readonly Block[]
  readonly credit: CreditLine | null
  /** The last part of the story's public address: 0-9, a-z and hyphens. */
  readonly slug: string
  readonly excerpt: string
  readonly tags: readonly string[]
  /** By their names, as the house lists them; left out when there are none. */
  readonly categories?: readonly string[] | undefined
  /** In the order in which readers see them, no file twice; left out when there are none. */
  readonly attachments?: readonly Attachment[] | undefined
}

/** A block's text without its marks. */
export function getBlockText(block: Block): string {
  return block.runs.map((each) => each.text).join('')
}
