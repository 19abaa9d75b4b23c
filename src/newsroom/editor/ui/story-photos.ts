import type { BlockId } from '../../story/index.ts'

/** A photo as the editor shows it. */
export interface ShownPhoto {
  /** An address of the picture that the page may load. */
  readonly source: string
  /** In pixels, of the upright picture. */
  readonly width: number
  readonly height: number
  /** The shape that it is cut to, width by height, or null for its own; and what stays in view, 0 to 1. */
  readonly aspect: number | null
  readonly focus: { readonly x: number; readonly y: number }
  /** What stands below the caption, or empty. */
  readonly credit: string
  /** What stands on the picture: that a machine made it. Empty for most. */
  readonly label: string
}

/** What the editor asks of the photos' own part, and tells it. */
export interface StoryPhotos {
  /** Null for one that the library does not have. */
  show(photo: string): Promise<ShownPhoto | null>
  /** Hears that a photo is to be shown anew; call what it returns to stop. */
  subscribe(listener: (photo: string) => void): () => void
  /** Files were dropped on the text or pasted into it; the caret is where they are to go. */
  onFiles(files: readonly File[]): void
  /** A picture in the text was pointed at. */
  onPick(block: BlockId): void
}

/** A photo on its way into a story. */
export interface NewPhoto {
  /** The SHA-256 of the picture. */
  readonly photo: string
  readonly alt: string
  readonly caption: string
}

/** What a photo block says, where it is to say something else. */
export type PhotoWords = Partial<Omit<NewPhoto, 'photo'>>

/** Where a photo goes: to the top, where it is the lead photo, or past its neighbour. */
export type PhotoMove = 'lead' | 'up' | 'down'
