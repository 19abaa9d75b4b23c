import { z } from 'zod'
import { declareOffer, typed } from '../../base/offer.ts'
import { HANDOVER_CHOICES, type HandoverOutcome, type HandoverView } from './view.ts'

/** A hand-over file that was made and waits to be fetched. */
export interface HandoverFile {
  /** Names it until it is fetched. */
  readonly handle: string
  readonly fileName: string
  readonly mediaType: string
  readonly bytes: number
}

/** A piece of a file, in base64. */
export interface HandoverPiece {
  readonly content: string
}

/** A file whose bytes were handed in, in pieces by their SHA-256; `name` is for people alone. */
export interface HandedInFile {
  readonly pieces: readonly string[]
  readonly name: string
}

/** How far a task is: steps, or bytes, done of those to be done; while `total` is 0 it is not known how many there are. */
export interface HandoverProgress {
  readonly task: string
  readonly done: number
  readonly total: number
}

/** How large a piece of a file is at most on its way between page and services, in bytes. */
export const HANDOVER_PIECE = 4 * 1024 * 1024
const MOST_PIECES = 300

const id = z.uuid().lowercase()
const task = z.string().min(1).max(100)
const digest = z.string().regex(/^[0-9a-f]{64}$/)

const handedIn = {
  pieces: z.array(digest).min(1).max(MOST_PIECES),
  name: z.string().min(1).max(1_000),
}

/** What handing over offers to the interface. Files go both ways in pieces: they may be larger than one message. */
export const handoverOffer = declareOffer({
  methods: {
    /** Makes the file of a draft; `task` is a word of the page's own, by which it hears of progress and stops it. */
    write: { input: z.strictObject({ id, task }), reply: typed<HandoverFile>() },
    /** The bytes from an offset on, at most `HANDOVER_PIECE`; none at the end, and then the file is put away. */
    fetch: {
      input: z.strictObject({ handle: id, from: z.int().min(0) }),
      reply: typed<HandoverPiece>(),
    },
    /** Opens a file whose bytes were handed in, piece by piece, and tells how it stands to what is here. */
    look: {
      input: z.strictObject({ ...handedIn, task }),
      reply: typed<HandoverView>(),
    },
    /** Does with an opened file what the person has decided. `drafts.conflict` when the story was changed meanwhile. */
    settle: {
      input: z.strictObject({
        handle: id,
        choice: z.enum(HANDOVER_CHOICES),
        /** What my state is called in the history when theirs takes its place. */
        name: z.string().max(120),
        /** The headline of theirs when it becomes another draft. */
        headline: z.string().max(10_000),
      }),
      reply: typed<HandoverOutcome>(),
    },
    /** Puts an opened file, or one that was made, away. */
    forget: { input: z.strictObject({ handle: id }), reply: typed<null>() },
    stop: { input: z.strictObject({ task }), reply: typed<null>() },
    /** Says that a file was opened outside the page, by the system; its bytes were handed in. A page takes it up. */
    announce: { input: z.strictObject(handedIn), reply: typed<null>() },
    /** The file that was announced last, once; null when there is none. */
    takeOpened: { input: z.strictObject({}), reply: typed<HandedInFile | null>() },
    /** The story may be published from here, though another library has published it. */
    settleElsewhere: { input: z.strictObject({ id }), reply: typed<{ readonly revision: number }>() },
  },
  events: {
    progress: typed<HandoverProgress>(),
    /** A file was announced, and waits to be taken up. */
    opened: typed<null>(),
  },
})
