import { requireAttachments } from '../newsroom/attachments/index.ts'
import type { Story } from '../newsroom/story/index.ts'
import type { Newsroom } from './newsroom.ts'

/**
 * The sizes of a story's attachments in bytes, by their files' digests. Refuses a story whose attachments are not fit to
 * leave: `attachments.unknown` or `attachments.untitled`.
 */
export async function checkAttachments(
  { attachments }: Pick<Newsroom, 'attachments'>,
  story: Story,
): Promise<ReadonlyMap<string, number>> {
  const records = await attachments.list((story.attachments ?? []).map(({ file }) => file))
  requireAttachments(story, new Map(records.map((record) => [record.id, record])))
  return new Map(records.map(({ id, bytes }) => [id, bytes]))
}
