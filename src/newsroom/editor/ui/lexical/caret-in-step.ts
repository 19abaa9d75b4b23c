import { defineExtension } from 'lexical'

const ACTS_ON_CARET = ['keydown', 'cut', 'copy', 'paste', 'focusout'] as const

/**
 * Lets quick hands act on the caret where they see it. The browser tells of a moved caret only after the keys that wait
 * behind it, so that on a busy machine the next shortcut, paste or tool would be done where the caret was before.
 */
export const CaretInStepExtension = defineExtension({
  name: 'redaksi/caret-in-step',
  register(editor) {
    /** A key may have moved the caret, and nothing was told of it yet. */
    let mayHaveMoved = false
    const noteTold = () => void (mayHaveMoved = false)
    const handleAct = (event: Event) => {
      if (mayHaveMoved && !isTyping(event)) document.dispatchEvent(new Event('selectionchange'))
      if (event instanceof KeyboardEvent && (event.key.length > 1 || event.ctrlKey)) mayHaveMoved = true
    }
    return editor.registerRootListener((root, before) => {
      for (const type of ACTS_ON_CARET) {
        before?.removeEventListener(type, handleAct, { capture: true })
        root?.addEventListener(type, handleAct, { capture: true })
      }
      before?.ownerDocument.removeEventListener('selectionchange', noteTold)
      root?.ownerDocument.addEventListener('selectionchange', noteTold)
    })
  },
})

/** What a key types is told with its own event, and a text that is being composed is left alone. */
function isTyping(event: Event): boolean {
  if (!(event instanceof KeyboardEvent)) return false
  return event.isComposing || (event.key.length === 1 && !event.ctrlKey && !event.metaKey)
}
