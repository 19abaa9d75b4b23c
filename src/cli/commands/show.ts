import { presentDraft, readFacts, withSignOffThatCounts } from '../../backend/index.ts'
import { formatText } from '../../newsroom/formats/index.ts'
import { formatLongDate } from '../../newsroom/story/index.ts'
import type { Command } from '../command.ts'
import { withNewsroom } from '../with-newsroom.ts'

/** One draft: its states and its story. */
export const show: Command = {
  name: 'show',
  usage: 'redaksi show ID',
  positionals: [1, 1],
  async run(words, context) {
    return withNewsroom(context, 'read', async (newsroom) => {
      const { drafts } = newsroom.library
      const id = await drafts.resolveId(words.positionals[0] ?? '')
      const draft = await withSignOffThatCounts(newsroom, await drafts.read(id))
      const facts = await readFacts(newsroom, draft)
      const revisions = await drafts.listRevisions(draft.id)
      const head = [
        draft.id,
        `${context.translate(`status.${facts.status}`)}, ${context.translate('cli.show.revision', { revision: draft.revision })}`,
        draft.story.event === null
          ? ''
          : `${formatLongDate(draft.story.event.date)} (${context.translate(`year.${draft.story.event.year}`)})`,
        ...revisions.flatMap(({ revision, name }) =>
          name === null ? [] : [`${context.translate('cli.show.revision', { revision })}: ${name}`],
        ),
      ]
      const text = `${head.filter((line) => line !== '').join('\n')}\n\n${formatText(draft.story, newsroom.house)}`
      return { json: presentDraft(draft, facts, revisions), text }
    })
  },
}
