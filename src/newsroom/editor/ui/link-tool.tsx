import { COMMAND_PRIORITY_LOW, KEY_DOWN_COMMAND } from 'lexical'
import { Link } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useEditorView, useViewState } from './editor-context.ts'
import { LinkForm } from './late-parts.ts'
import type { LinkValues } from './link-form.tsx'
import { $getLink, $getLinkWords } from './lexical/link-commands.ts'
import { showTarget } from './target-highlight.ts'
import { ToolButton } from './tool-button.tsx'

/** The link button and the form that it opens; Ctrl or Cmd Shift K in the text opens it too. */
export function LinkTool() {
  const { core, translate } = useEditorView()
  const isLink = useViewState('isLink')
  const anchor = useRef<HTMLButtonElement | null>(null)
  const [opened, setOpened] = useState<LinkValues | null>(null)
  const isOpen = opened !== null
  const open = () =>
    setOpened(core.editor.read(() => ({ address: $getLink()?.getURL() ?? '', words: $getLinkWords() })))
  const close = () => setOpened(null)

  useLinkKey(open)
  useEffect(() => (isOpen ? showTarget() : undefined), [isOpen])
  return (
    <>
      <ToolButton
        icon={Link}
        label={translate('editor.link')}
        keys="Shift K"
        buttonRef={anchor}
        isPressed={isLink}
        isExpanded={isOpen}
        hasPopup
        onPress={() => (isOpen ? close() : open())}
      />
      {isOpen ? <LinkForm values={opened} anchor={anchor} onClose={close} /> : null}
    </>
  )
}

function useLinkKey(open: () => void): void {
  const { core } = useEditorView()
  const latest = useRef(open)
  useEffect(() => void (latest.current = open))
  useEffect(
    () =>
      core.editor.registerCommand(
        KEY_DOWN_COMMAND,
        (event) => {
          if (!isLinkKey(event)) return false
          event.preventDefault()
          latest.current()
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
    [core],
  )
}

function isLinkKey(event: KeyboardEvent): boolean {
  const hasModifiers = event.shiftKey && !event.altKey && event.ctrlKey !== event.metaKey
  return hasModifiers && event.key.toLowerCase() === 'k'
}
