import { RedaksiError } from '../../base/errors.ts'
import type { Block, Story } from '../story/index.ts'
import type { PhotosErrorCode } from './contract.ts'
import type { PhotoRecord } from './photo.ts'

/** Something that a photo lacks before its story may leave. */
export interface PhotoProblem {
  readonly code: Extract<
    PhotosErrorCode,
    'photos.unknown-photo' | 'photos.credit-missing' | 'photos.alt-missing' | 'photos.consent-missing'
  >
  readonly block: Block['id']
  /** Its place among the story's photos, from 1. */
  readonly place: number
}

type PhotoBlock = Extract<Block, { kind: 'photo' }>

/** The photos of a story, in reading order. The first is its lead photo: lists and previews show it. */
export function listPhotoBlocks({ blocks }: Pick<Story, 'blocks'>): readonly PhotoBlock[] {
  return blocks.filter((block) => block.kind === 'photo')
}

/**
 * What the photos of a story lack, in reading order: a credit, as the house prints one; words for who cannot see it; and
 * where children can be told by their faces, who agreed. `records` are those that the library has, by their ids.
 */
export function findPhotoProblems(
  story: Pick<Story, 'blocks'>,
  records: ReadonlyMap<string, PhotoRecord>,
): readonly PhotoProblem[] {
  return listPhotoBlocks(story).flatMap((block, i) =>
    findCodes(block, records.get(block.photo)).map((code) => ({ code, block: block.id, place: i + 1 })),
  )
}

/** Refuses a story whose photos lack something, with the first kind of it: how many, and which is the first. */
export function requirePhotos(story: Pick<Story, 'blocks'>, records: ReadonlyMap<string, PhotoRecord>): void {
  const problems = findPhotoProblems(story, records)
  const [first] = problems
  if (first === undefined) return
  const count = problems.filter(({ code }) => code === first.code).length
  throw new RedaksiError<PhotosErrorCode>(first.code, { count, first: first.place })
}

function findCodes(block: PhotoBlock, record: PhotoRecord | undefined): readonly PhotoProblem['code'][] {
  if (record === undefined) return ['photos.unknown-photo']
  const { credit, consent } = record
  return [
    ...(isBlank(credit) ? ['photos.credit-missing' as const] : []),
    ...(isBlank(block.alt) ? ['photos.alt-missing' as const] : []),
    ...(consent.minors && isBlank(consent.note) ? ['photos.consent-missing' as const] : []),
  ]
}

function isBlank(words: string): boolean {
  return !/[^ \t\r\n]/.test(words)
}
