import { z } from 'zod'
import { declareOffer, toSchema, typed } from '../../base/offer.ts'
import type { ExportFormatName } from '../formats/index.ts'
import { parseStory, type Story } from '../story/index.ts'
import { DRAFT_STATUSES, type Draft, type DraftStatus } from './draft.ts'
import type { Archive } from './archive.ts'
import { LIST_SORTS, type DraftList, type ListChoices } from './list.ts'
import type { RevisionInfo } from './snapshot.ts'

/** A draft without its text: what a save answers, so that the text does not travel back. */
export type DraftHead = Omit<Draft, 'story'>

/** A draft as it is opened, with the one word that the list shows. */
export interface OpenedDraft {
  readonly draft: Draft
  readonly status: DraftStatus
}

/** A story as a file to be handed to the person. */
export interface ExportedDraft {
  readonly text: string
  /** How the text tells the file's bytes. */
  readonly encoding: 'utf8' | 'base64'
  readonly fileName: string
  readonly mediaType: string
}

/** A draft that was made of a file's story. */
export interface ImportedDraft {
  readonly id: string
  readonly file: string
  readonly line: number
  readonly headline: string
  readonly event: Story['event']
  /** What the story lacks, and what of its form was not kept. */
  readonly reports: readonly string[]
}

/** What became of files that were brought in. */
export interface ImportReport {
  readonly drafts: readonly ImportedDraft[]
  readonly skipped: readonly { readonly file: string; readonly line: number; readonly reason: string }[]
}

/** A draft, and how it was mended: from which generation, and where the damaged bytes are now. Null: it was sound. */
export interface RecoveredDraft {
  readonly draft: Draft
  readonly mended: { readonly from: 'previous' | 'snapshot'; readonly quarantine: string | null } | null
}

const EXPORTS: Readonly<Record<ExportFormatName, ExportFormatName>> = {
  txt: 'txt',
  md: 'md',
  html: 'html',
  ninjs: 'ninjs',
  ninjs2: 'ninjs2',
  rss: 'rss',
  captions: 'captions',
  docx: 'docx',
  pdf: 'pdf',
}
const LONGEST_PAGE = 500

const id = z.uuid().lowercase()
const revision = z.int().min(1)
const digest = z.string().regex(/^[0-9a-f]{64}$/)
const story = toSchema(parseStory)

const month = z.string().regex(/^\d{4}-\d{2}$/)
const sort = z.enum(LIST_SORTS).exactOptional()
const offset = z.int().min(0).exactOptional()
const filter = {
  query: z.string().exactOptional(),
  status: z.enum(DRAFT_STATUSES).exactOptional(),
  place: z.string().exactOptional(),
  writer: z.string().exactOptional(),
  month: month.exactOptional(),
}

/** What the library offers to the interface. Ids are whole: a person's abbreviations are the command line's. */
export const draftsOffer = declareOffer({
  methods: {
    list: {
      input: z.strictObject({
        ...filter,
        sort,
        offset,
        limit: z.int().min(1).max(LONGEST_PAGE).exactOptional(),
      }),
      reply: typed<DraftList>(),
    },
    /** The ids of a list, in its order; all of them without a limit. */
    listIds: {
      input: z.strictObject({ ...filter, sort, offset, limit: z.int().min(1).exactOptional() }),
      reply: typed<readonly string[]>(),
    },
    /** What the list can be narrowed to, with numbers. */
    listChoices: { input: z.strictObject(filter), reply: typed<ListChoices>() },
    /** What went out in a month, the latest unless told; and all months in which something did. */
    readArchive: { input: z.strictObject({ month: month.exactOptional() }), reply: typed<Archive>() },
    read: { input: z.strictObject({ id }), reply: typed<OpenedDraft>() },
    /** Starts a draft, empty or from a template of the house; `fill` are values for its blanks, by their labels. */
    create: {
      input: z.strictObject({
        template: z.string().exactOptional(),
        headline: z.string().exactOptional(),
        /** Names of the house's own. */
        categories: z.array(z.string()).max(100).exactOptional(),
        fill: z.array(z.strictObject({ label: z.string(), value: z.string() })).exactOptional(),
      }),
      reply: typed<Draft>(),
    },
    /**
     * Brings in files whose bytes were handed in, by the names they go by. All are read before the first draft is made;
     * what was imported before is skipped.
     */
    import: {
      input: z.strictObject({
        files: z.array(z.strictObject({ sha256: digest, name: z.string().min(1).max(1_000) })).max(1_000),
        year: z.int().min(1_000).max(2_999).exactOptional(),
      }),
      reply: typed<ImportReport>(),
    },
    /** Resolves when the story is on the disk, and not before: this is what *Saved* means. */
    save: {
      input: z.strictObject({ id, baseRevision: revision, story, allowEmpty: z.boolean().exactOptional() }),
      reply: typed<DraftHead>(),
    },
    /** The slug itself, or with the first number that no other draft has taken. */
    freeSlug: {
      input: z.strictObject({ id, slug: z.string().max(200) }),
      reply: typed<{ readonly slug: string }>(),
    },
    trash: { input: z.strictObject({ id }), reply: typed<DraftHead>() },
    /** Brings in the sample stories, or those that are missing, each in a state of its own. */
    addSamples: { input: z.strictObject({}), reply: typed<{ readonly ids: readonly string[] }>() },
    /** Puts the samples into the trash that nobody has changed. */
    removeSamples: {
      input: z.strictObject({}),
      reply: typed<{
        readonly removed: readonly string[]
        readonly kept: readonly { readonly id: string; readonly headline: string }[]
      }>(),
    },
    untrash: { input: z.strictObject({ id }), reply: typed<DraftHead>() },
    /** Deletes a draft in the trash for good; not one that a target shows, or that waits to leave. */
    remove: { input: z.strictObject({ id }), reply: typed<null>() },
    /** How many days a draft stays in the trash; null for ever. */
    readTrashDays: { input: z.strictObject({}), reply: typed<{ readonly days: number | null }>() },
    changeTrashDays: {
      input: z.strictObject({ days: z.int().min(1).max(3_650).nullable() }),
      reply: typed<{ readonly days: number | null }>(),
    },
    listRevisions: { input: z.strictObject({ id }), reply: typed<readonly RevisionInfo[]>() },
    readRevision: { input: z.strictObject({ id, revision }), reply: typed<Story>() },
    /** Makes a kept revision the newest one; the head is kept as a snapshot first. */
    restoreRevision: {
      input: z.strictObject({ id, revision, baseRevision: revision }),
      reply: typed<Draft>(),
    },
    /** Gives a revision a name of one line, or, with null, takes it away; the head is kept first. */
    nameRevision: {
      input: z.strictObject({ id, revision, name: z.string().min(1).max(1_000).nullable() }),
      reply: typed<null>(),
    },
    /** Keeps the head in the history: a person opened it, is done with it for now, or puts another in its place. */
    keepSnapshot: {
      input: z.strictObject({ id, reason: z.enum(['open', 'close', 'restore']) }),
      reply: typed<number>(),
    },
    /** Signs off the revision that the editor has read; `drafts.conflict` when that is no longer the head. */
    signOff: {
      input: z.strictObject({ id, revision, by: z.string().min(1).max(100) }),
      reply: typed<DraftHead>(),
    },
    export: { input: z.strictObject({ id, format: z.enum(EXPORTS) }), reply: typed<ExportedDraft>() },
    recover: { input: z.strictObject({ id }), reply: typed<RecoveredDraft>() },
  },
  events: {
    /** A draft was made or changed, and has this revision now. */
    changed: typed<{ readonly id: string; readonly revision: number }>(),
    /** A draft was deleted for good. */
    removed: typed<{ readonly id: string }>(),
  },
})
