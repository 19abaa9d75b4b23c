import {
  assembleDocxStory,
  detectFormat,
  getOfficeDay,
  parseHtml,
  parseMarkdown,
  parseNinjs,
  type ReadOptions,
} from '../newsroom/formats/index.ts'
import { RedaksiError } from '../base/errors.ts'
import { parseSavedPage, type Story } from '../newsroom/story/index.ts'
import type { BackendErrorCode } from './contract.ts'
import type { Newsroom } from './newsroom.ts'

/** A story found in a file, with its line (1 where the format has no lines) and what is to be reported of it. */
export interface FoundStory {
  readonly story: Story
  readonly line: number
  readonly reports: readonly string[]
}

export interface FoundStories {
  readonly stories: readonly FoundStory[]
  readonly skipped: readonly { readonly line: number; readonly reason: string }[]
}

/** Reads the stories of a file's text, in whatever form it is: a saved page may hold many, the other forms hold one. */
export function readStories(
  text: string,
  file: string,
  { house, surroundings }: Pick<Newsroom, 'house' | 'surroundings'>,
  { year }: { readonly year?: number | undefined },
): FoundStories {
  const options = createReadOptions({ house, surroundings }, year)
  const format = detectFormat(file, text)
  if (format === 'txt') {
    const forms = { datelinePattern: house.dateline.pattern, creditRule: house.credit }
    return parseSavedPage(text, { ...forms, ...options })
  }
  return { stories: [{ ...readOne(format, text, file, options), line: 1 }], skipped: [] }
}

/** Reads the story of a Word file; all it holds is one story. Fails as `readDocxFile` does. */
export async function readWordStory(
  bytes: Uint8Array,
  newsroom: Pick<Newsroom, 'house' | 'surroundings'>,
  { year }: { readonly year?: number | undefined },
): Promise<FoundStories> {
  // What reads and writes documents is large, and loaded when the first comes.
  const { readDocxFile } = await import('../newsroom/formats/node/index.ts')
  const found = assembleDocxStory(await readDocxFile(bytes), createReadOptions(newsroom, year))
  return { stories: [{ ...found, line: 1 }], skipped: [] }
}

function createReadOptions(
  { house, surroundings: { clock, random } }: Pick<Newsroom, 'house' | 'surroundings'>,
  year: number | undefined,
) {
  const today = getOfficeDay(new Date(clock.now()).toISOString(), house.organisation.zone)
  return { house, random, today, year }
}

function readOne(format: 'html' | 'md' | 'ninjs', text: string, file: string, options: ReadOptions) {
  if (format === 'html') return parseHtml(text, options)
  return format === 'md' ? parseMarkdown(text, options) : parseNinjs(parseJson(text, file), options)
}

function parseJson(text: string, file: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    throw new RedaksiError<BackendErrorCode>('import.not-ninjs', { file }, cause)
  }
}
