import { onStory, saveFirst, type Act } from '../desk.ts'

/** Gives a revision a name, or, with null, takes it away. The text now is saved first, and it is that which is named. */
export function nameRevision(asked: number, name: string | null, onNamed: () => void): Act {
  return onStory(async ({ client, open, say, translate }) => {
    const { id } = open.head
    let revision = asked
    if (asked === open.head.revision) {
      await saveFirst(open)
      revision = (await client.drafts.read({ id })).draft.revision
    }
    await client.drafts.nameRevision({ id, revision, name })
    onNamed()
    say({
      words:
        name === null
          ? translate('history.unnamed-said', { revision })
          : translate('history.named-said', { revision, name }),
    })
  })
}
