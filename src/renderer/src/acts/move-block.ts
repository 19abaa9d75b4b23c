import { loadLateTexts } from '../../../base/ui/late.tsx'
import { onStory, type Act } from '../desk.ts'

/** Moves the block with the caret past its neighbour, and says where it stands now. */
export function moveBlock(step: 'up' | 'down'): Act {
  return onStory(async ({ open, isReadOnly, say, translate }) => {
    if (isReadOnly || isInField()) return
    const [moved] = await Promise.all([open.editor.current?.moveBlock(step), loadLateTexts()])
    if (moved === undefined) return
    if (moved === null) say({ words: translate(`view.block-at-end.${step}`) })
    else say({ words: translate('view.block-moved', { ...moved }) })
  })
}

/** Whether the caret is in a field of the desk: what is meant there is not the text. The palette's is no place. */
function isInField(): boolean {
  const focused = document.activeElement
  return focused?.matches('input, textarea') === true && focused.closest('[role="dialog"]') === null
}
