import { readFile, stat } from 'node:fs/promises'
import { createHash } from 'node:crypto'
import { basename } from 'node:path'
import { isRedaksiError, RedaksiError } from '../base/errors.ts'
import { decodeText } from '../base/node/decode-text.ts'
import type { ImportedDraft, ImportReport } from '../newsroom/drafts/index.ts'
import { formatText, looksLikeDocx } from '../newsroom/formats/index.ts'
import type { House } from '../newsroom/house/index.ts'
import type { Story } from '../newsroom/story/index.ts'
import { findFreeSlug } from './free-slug.ts'
import type { BackendErrorCode } from './contract.ts'
import type { Newsroom } from './newsroom.ts'
import { readStories, readWordStory, type FoundStory } from './read-stories.ts'

/** Text beyond this many bytes is no news page: about ten thousand stories. */
const LARGEST_FILE = 32 * 1024 * 1024

/** A file to be brought in: by what name it goes, and where its bytes lie. */
export interface ImportSource {
  readonly file: string
  readonly path: string
}

/**
 * Brings files in as drafts. All files are read and understood before the first draft is made, so that a bad one leaves
 * nothing half done. A story that was imported before is skipped as `duplicate`, by the hash of its text.
 */
export async function importSources(
  newsroom: Newsroom,
  sources: readonly ImportSource[],
  options: { readonly year?: number | undefined },
): Promise<ImportReport> {
  const read = []
  for (const source of sources) {
    const { file } = source
    const bytes = await readBytes(source)
    const found = looksLikeDocx(bytes)
      ? await readWordStory(bytes, newsroom, options)
      : readStories(decode(bytes, file), file, newsroom, options)
    read.push({ file, ...found })
  }
  const drafts: ImportedDraft[] = []
  const skipped: { file: string; line: number; reason: string }[] = []
  for (const { file, stories, skipped: leftOut } of read) {
    skipped.push(...leftOut.map(({ line, reason }) => ({ file, line, reason })))
    for (const found of stories) {
      const id = await createDraft(newsroom, file, found, drafts.length)
      if (id === null) skipped.push({ file, line: found.line, reason: 'duplicate' })
      else
        drafts.push({
          id,
          file,
          line: found.line,
          headline: found.story.headline,
          event: found.story.event,
          reports: found.reports,
        })
    }
  }
  return { drafts, skipped }
}

/** Brings in files of this machine by their paths, as `importSources` does. */
export function importFiles(
  newsroom: Newsroom,
  files: readonly string[],
  options: { readonly year?: number | undefined },
): Promise<ImportReport> {
  return importSources(
    newsroom,
    files.map((file) => ({ file, path: file })),
    options,
  )
}

/** What a story that was brought in is known by: the SHA-256 of its text in the house's forms. */
export function digestStory(story: Story, house: House): string {
  return createHash('sha256').update(formatText(story, house)).digest('hex')
}

/** Makes the draft, unless its text was imported before (null). */
async function createDraft(
  newsroom: Newsroom,
  file: string,
  found: FoundStory,
  done: number,
): Promise<string | null> {
  const { drafts } = newsroom.library
  const sha256 = digestStory(found.story, newsroom.house)
  if ((await drafts.findBySource(sha256)) !== null) return null
  const slug = await findFreeSlug(drafts, found.story.slug)
  try {
    return (await drafts.create({ ...found.story, slug }, { source: { file: basename(file), sha256 } })).id
  } catch (cause) {
    // What was imported stays: importing again skips it and goes on with this story.
    const reason = isRedaksiError(cause) ? cause.code : String(cause)
    throw new RedaksiError<BackendErrorCode>(
      'import.interrupted',
      { file, headline: found.story.headline, done, reason },
      cause,
    )
  }
}

function decode(bytes: Uint8Array, file: string): string {
  const text = decodeText(bytes)
  if (text === null) throw new RedaksiError<BackendErrorCode>('import.not-text', { file })
  if (/^[ \t\n\f]*$/.test(text)) throw new RedaksiError<BackendErrorCode>('import.no-text', { file })
  return text
}

async function readBytes(source: ImportSource): Promise<Uint8Array> {
  await checkSource(source)
  return readFile(source.path).catch((cause: unknown) => {
    throw new RedaksiError<BackendErrorCode>('import.not-readable', { file: source.file }, cause)
  })
}

/** Refuses a path that no story can be read from, before its bytes go anywhere: `import.file-missing` and the like. */
export async function checkImportFile(file: string): Promise<void> {
  await checkSource({ file, path: file })
}

async function checkSource({ file, path }: ImportSource): Promise<void> {
  try {
    const found = await stat(path)
    if (!found.isFile()) throw new RedaksiError<BackendErrorCode>('import.not-a-file', { file })
    if (found.size > LARGEST_FILE) {
      throw new RedaksiError<BackendErrorCode>('import.too-large', {
        file,
        megabytes: LARGEST_FILE / 1024 / 1024,
      })
    }
  } catch (cause) {
    if (isRedaksiError(cause)) throw cause
    const missing = cause instanceof Error && 'code' in cause && cause.code === 'ENOENT'
    throw new RedaksiError<BackendErrorCode>(
      missing ? 'import.file-missing' : 'import.not-readable',
      { file },
      cause,
    )
  }
}
