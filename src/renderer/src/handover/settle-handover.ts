import { isRedaksiError } from '../../../base/errors.ts'
import type { HandoverChoice, HandoverOutcome, HandoverView } from '../../../newsroom/handover/index.ts'
import type { Act, Desk } from '../desk.ts'
import { getHandover, setHandover } from './handover-store.ts'

/** Does what the person has decided, shows the story, and offers the way back. */
export function settleHandover(view: HandoverView, choice: HandoverChoice): Act {
  return async (desk) => {
    const { client, places, say, run, translate } = desk
    const { handle, id, from, mine, theirs } = view
    if (getHandover().kind === 'asked') setHandover({ kind: 'asked', view, isBusy: true })
    // Its page must not go on from the text that is about to be replaced.
    if (choice === 'take') places.leave(id)
    try {
      const outcome = await client.handover.settle({
        ...{ handle, choice },
        name: translate('handover.former', { desk: from.desk }).slice(0, LONGEST_NAME),
        headline: translate('save.copy-headline', { headline: theirs.story.headline }),
      })
      setHandover({ kind: 'nothing' })
      places.showOverlay(null)
      places.select(outcome.id)
      if (outcome.kind === 'kept') await noteKept(desk, outcome.id)
      const undo = createUndo(desk, outcome)
      const { headline } = outcome.kind === 'kept' && mine !== null ? mine.story : theirs.story
      const facts = { headline, desk: from.desk }
      const key = view.elsewhere.length > 0 && outcome.kind === 'added' ? 'added-public' : outcome.kind
      const words = translate(`handover.said.${view.kind === 'same' ? 'same' : key}`, facts)
      say(undo === null ? { words } : { words, undo: () => run(undo) })
    } catch (error) {
      if (!isRedaksiError(error)) throw error
      setHandover({ kind: 'refused', error })
      if (mine !== null) places.select(id)
    }
  }
}

/** Where the story is public may have been noted of the one that is shown. */
async function noteKept({ client, open }: Desk, id: string): Promise<void> {
  if (open?.head.id !== id) return
  const { story: _story, ...head } = (await client.drafts.read({ id })).draft
  open.noteHead(head)
}

/** As long as a name in the history may be. */
const LONGEST_NAME = 120

/** The way back; null where nothing was changed. */
function createUndo({ client, places }: Desk, { kind, id, revision, former }: HandoverOutcome): Act | null {
  if (kind === 'kept') return null
  return async () => {
    places.leave(id)
    if (kind !== 'taken' || former === null) return void (await client.drafts.trash({ id }))
    await client.drafts.restoreRevision({ id, revision: former, baseRevision: revision })
    places.select(id)
  }
}
