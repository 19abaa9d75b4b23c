import { Link } from 'lucide-react'
import { COMMAND_PRIORITY_LOW, KEY_DOWN_COMMAND } from 'lexical'
import { useEffect, useRef, useState } from 'react'
import { Dialog, Popover } from 'react-aria-components'
import { useEditorView } from './editor-context.ts'
import { $getLink } from './lexical/link-commands.ts'
import { LinkForm } from './link-form.tsx'
import { ToolButton } from './tool-button.tsx'
import { showTarget } from './target-highlight.ts'

/** The link button and the form that it opens; Ctrl or Cmd Shift K in the text opens it too. */
export function LinkTool({ isLink }: { isLink: boolean }) {
  const { core, translate } = useEditorView()
  const ref = useRef<HTMLButtonElement | null>(null)
  const [address, setAddress] = useState<string | null>(null)
  const isOpen = address !== null
  const open = () => setAddress(core.editor.read(() => $getLink()?.getURL() ?? ''))
  const close = () => setAddress(null)

  useLinkKey(open)
  useEffect(() => (isOpen ? showTarget() : undefined), [isOpen])
  return (
    <>
      <ToolButton
        icon={Link}
        label={translate('editor.link')}
        keys="Ctrl Shift K"
        buttonRef={ref}
        isPressed={isLink}
        isExpanded={isOpen}
        hasPopup
        onPress={() => (isOpen ? close() : open())}
      />
      <Popover className="editor-popover" triggerRef={ref} isOpen={isOpen} onOpenChange={close} offset={8}>
        <Dialog aria-label={translate('editor.link')} className="editor-dialog">
          <LinkForm address={address ?? ''} onClose={close} />
        </Dialog>
      </Popover>
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
          const isLinkKey =
            event.shiftKey &&
            !event.altKey &&
            event.ctrlKey !== event.metaKey &&
            event.key.toLowerCase() === 'k'
          if (!isLinkKey) return false
          event.preventDefault()
          latest.current()
          return true
        },
        COMMAND_PRIORITY_LOW,
      ),
    [core],
  )
}
