import { ChevronDown } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components'
import { useEditorView } from './editor-context.ts'
import { $setTextKind, TEXT_KINDS } from './lexical/block-commands.ts'
import type { ToolbarState } from './toolbar-state.ts'

/** The menu that turns the selected blocks into paragraphs, headings or quotations. */
export function KindMenu({ kind }: { kind: ToolbarState['kind'] }) {
  const { core, translate } = useEditorView()
  const name = translate(`editor.kind-${kind}`)
  return (
    <MenuTrigger>
      <Button className="editor-tool is-wide" aria-label={translate('editor.kind', { kind: name })}>
        {name}
        <ChevronDown size={16} strokeWidth={1.6} aria-hidden />
      </Button>
      <Popover className="editor-menu" offset={4} placement="bottom start">
        <Menu
          selectionMode="single"
          selectedKeys={[kind]}
          onAction={(key) => {
            const chosen = TEXT_KINDS.find((each) => each === key)
            if (chosen !== undefined) core.editor.update(() => $setTextKind(chosen))
            // Once the menu is gone and has given the focus back to its button.
            setTimeout(() => core.editor.focus(), FOCUS_DELAY_MS)
          }}
        >
          {TEXT_KINDS.map((each) => (
            <MenuItem key={each} id={each} className="editor-menu-item">
              {translate(`editor.kind-${each}`)}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  )
}

const FOCUS_DELAY_MS = 50
