import { onStory, saveFirst } from '../desk.ts'
import { hasWritableStory, type Command } from './command.ts'

/** Starts another draft with the same text. What only the first one has, its address and its sign-off, stays there. */
export const duplicateCommand: Command = {
  name: 'duplicate',
  isPossible: hasWritableStory,
  run: onStory(async ({ client, open, places, say, translate }) => {
    await saveFirst(open)
    const { draft } = await client.drafts.read({ id: open.head.id })
    const headline = translate('save.copy-headline', { headline: draft.story.headline })
    const copy = await client.drafts.create({ headline })
    const story = { ...draft.story, headline, slug: copy.story.slug }
    await client.drafts.save({ id: copy.id, baseRevision: copy.revision, story, allowEmpty: true })
    places.select(copy.id)
    say({ words: translate('app.duplicated-said') })
  }),
}
