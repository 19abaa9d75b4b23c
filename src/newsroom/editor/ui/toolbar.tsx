import { Bold, Italic, List, ListOrdered, Redo2, Undo2 } from 'lucide-react'
import { FORMAT_TEXT_COMMAND, REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import type { ReactNode } from 'react'
import { useEditorView } from './editor-context.ts'
import { travel } from './history-keys.ts'
import { KindMenu } from './kind-menu.tsx'
import { toggleList } from './lexical/block-commands.ts'
import { LinkTool } from './link-tool.tsx'
import { ToolButton } from './tool-button.tsx'
import { useToolbarState } from './toolbar-state.ts'
import { useRovingFocus } from './use-roving-focus.ts'

/** The slim toolbar: one stop of the Tab key, arrows within. `tools` are further ones, at its end. */
export function Toolbar({ tools }: { tools?: ReactNode }) {
  const { core, translate } = useEditorView()
  const { editor } = core
  const state = useToolbarState()
  const roving = useRovingFocus()
  return (
    <div {...roving} role="toolbar" className="editor-toolbar" aria-label={translate('editor.toolbar')}>
      <ToolButton
        icon={Undo2}
        label={translate('editor.undo')}
        keys="Ctrl Z"
        isDisabled={!state.canUndo}
        onPress={() => travel(editor, UNDO_COMMAND)}
      />
      <ToolButton
        icon={Redo2}
        label={translate('editor.redo')}
        keys="Ctrl Shift Z"
        isDisabled={!state.canRedo}
        onPress={() => travel(editor, REDO_COMMAND)}
      />
      <span className="editor-sep" />
      <KindMenu kind={state.kind} />
      <span className="editor-sep" />
      <ToolButton
        icon={Bold}
        label={translate('editor.bold')}
        keys="Ctrl B"
        isPressed={state.isBold}
        onPress={() => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')}
      />
      <ToolButton
        icon={Italic}
        label={translate('editor.italic')}
        keys="Ctrl I"
        isPressed={state.isItalic}
        onPress={() => void editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic')}
      />
      <LinkTool isLink={state.isLink} />
      <span className="editor-sep" />
      <ToolButton
        icon={List}
        label={translate('editor.list-bullet')}
        isPressed={state.list === 'bullet'}
        onPress={() => toggleList(editor, 'bullet')}
      />
      <ToolButton
        icon={ListOrdered}
        label={translate('editor.list-number')}
        isPressed={state.list === 'number'}
        onPress={() => toggleList(editor, 'number')}
      />
      {tools}
    </div>
  )
}
