import type { DraftHead } from '../../../newsroom/drafts/index.ts'
import type { Desk } from '../desk.ts'

/** Starts another draft with the same text. What only the first one has, its address and its sign-off, stays there. */
export async function copyDraft(
  { client, translate }: Pick<Desk, 'client' | 'translate'>,
  id: string,
): Promise<DraftHead> {
  const { draft } = await client.drafts.read({ id })
  const headline = translate('save.copy-headline', { headline: draft.story.headline })
  const copy = await client.drafts.create({ headline })
  const story = { ...draft.story, headline, slug: copy.story.slug }
  return client.drafts.save({ id: copy.id, baseRevision: copy.revision, story, allowEmpty: true })
}
