import type { RefObject } from 'react'
import { Menu, MenuItem, Popover } from 'react-aria-components'
import { useEditorView } from './editor-context.ts'
import { $setTextKind, TEXT_KINDS } from './lexical/block-commands.ts'
import type { ViewState } from './view-store.ts'

/** The kinds to choose from. */
export function KindList(props: {
  kind: ViewState['kind']
  anchor: RefObject<HTMLElement | null>
  onClose(): void
}) {
  const { core, translate } = useEditorView()
  return (
    <Popover
      className="editor-menu"
      triggerRef={props.anchor}
      isOpen
      onOpenChange={props.onClose}
      offset={4}
      placement="bottom start"
    >
      <Menu
        aria-label={translate('editor.kind', { kind: translate(`editor.kind-${props.kind}`) })}
        selectionMode="single"
        selectedKeys={[props.kind]}
        onAction={(key) => {
          const chosen = TEXT_KINDS.find((each) => each === key)
          if (chosen !== undefined) core.editor.update(() => $setTextKind(chosen))
          props.onClose()
        }}
        onClose={props.onClose}
        autoFocus
      >
        {TEXT_KINDS.map((each) => (
          <MenuItem key={each} id={each} className="editor-menu-item">
            {translate(`editor.kind-${each}`)}
          </MenuItem>
        ))}
      </Menu>
    </Popover>
  )
}
