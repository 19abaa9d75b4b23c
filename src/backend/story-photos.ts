import {
  listPhotoBlocks,
  requirePhotos,
  type OutgoingPhoto,
  type PhotoRecord,
} from '../newsroom/photos/index.ts'
import type { Block, Story } from '../newsroom/story/index.ts'
import type { Newsroom } from './newsroom.ts'

/** Refuses a story whose photos are not fit to leave: `photos.credit-missing` and the like. */
export async function checkPhotos({ photos }: Pick<Newsroom, 'photos'>, story: Story): Promise<void> {
  const ids = listPhotoBlocks(story).map((block) => block.photo)
  const records = await photos.list(ids)
  requirePhotos(story, new Map(records.map((record): [string, PhotoRecord] => [record.id, record])))
}

/** Makes the copies that leave with a story, one for each of its photos, by their blocks' ids. They are on the disk. */
export async function makeCopies(
  { photos }: Pick<Newsroom, 'photos'>,
  story: Story,
): Promise<ReadonlyMap<Block['id'], OutgoingPhoto>> {
  const copies = new Map<Block['id'], OutgoingPhoto>()
  for (const block of listPhotoBlocks(story)) copies.set(block.id, await photos.makeCopy(block))
  return copies
}
