import type { House } from '../../house/index.ts'
import type { NinjsContext } from '../ninjs.ts'

/** A photo as a document shows it: the bytes of a JPEG and its size in pixels. */
export interface ShownPicture {
  readonly bytes: Uint8Array
  readonly width: number
  readonly height: number
}

/** What the body of a document, Word or PDF, needs beside the story. */
export interface StoryBody {
  readonly house: Pick<House, 'dateline' | 'credit'>
  /** By the names that the story gives its photos; one that is missing leaves its caption. */
  readonly pictures: ReadonlyMap<string, ShownPicture>
}

/** What a whole document needs: whose it is, and when its draft was made and last changed. */
export type DocumentContext = Pick<StoryBody, 'pictures'> &
  Pick<NinjsContext, 'house' | 'createdAt' | 'updatedAt'>
