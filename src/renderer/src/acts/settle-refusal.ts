import { onStory, type Act } from '../desk.ts'

/** Keeps the text on the screen as a draft of its own, and goes on there; the draft it came from keeps what others saved. */
export const keepAsCopy: Act = onStory(async ({ client, open, places, say, translate }) => {
  const story = open.editor.current?.getStory()
  if (story === undefined) return
  const headline = translate('save.copy-headline', { headline: story.headline })
  const copy = await client.drafts.create({ headline })
  const copied = { ...story, headline, slug: copy.story.slug }
  await client.drafts.save({ id: copy.id, baseRevision: copy.revision, story: copied })
  open.session.rebase(open.session.getRevision())
  places.select(copy.id)
  say({ words: translate('save.copied') })
})

/** Puts the newest text in the place of the one on the screen; undo brings that one back. */
export const takeNewest: Act = onStory(async ({ client, open }) => {
  const { draft } = await client.drafts.read({ id: open.head.id })
  open.editor.current?.replaceStory(draft.story, { undoable: true })
  open.session.rebase(draft.revision)
})
