import type { Story } from '../../../newsroom/story/index.ts'
import { onStory, type Act } from '../desk.ts'

/**
 * Takes a part of the open text back to what it was, as one step of the editor's history. `change` makes the new text of
 * the one that stands there, or null when that is no longer what was looked at: then nothing is done.
 */
export function takePartBack(change: (now: Story) => Story | null): Act {
  return onStory(({ open, say, translate }) => {
    const editor = open.editor.current
    if (editor === null) return
    const story = change(editor.getStory())
    if (story === null) return say({ words: translate('compare.outdated') })
    editor.replaceStory(story, { undoable: true })
    say({ words: translate('compare.taken-back') })
  })
}
