import { copyDraft } from '../acts/copy-draft.ts'
import { onStory, saveFirst } from '../desk.ts'
import { hasWritableStory, type Command } from './command.ts'

export const duplicateCommand: Command = {
  name: 'duplicate',
  isPossible: hasWritableStory,
  run: onStory(async (desk) => {
    const { open, places, say, translate } = desk
    await saveFirst(open)
    const { id } = await copyDraft(desk, open.head.id)
    places.select(id)
    say({ words: translate('app.duplicated-said') })
  }),
}
