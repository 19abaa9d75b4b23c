import { FORMAT_TEXT_COMMAND, REDO_COMMAND, UNDO_COMMAND } from 'lexical'
import { Bold, Italic, List, ListOrdered, Redo2, Undo2 } from 'lucide-react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useEditorView, useViewState } from './editor-context.ts'
import { handleHistoryKey, travel } from './history-keys.ts'
import { KindMenu } from './kind-menu.tsx'
import { toggleList } from './lexical/block-commands.ts'
import { LinkTool } from './link-tool.tsx'
import { ToolButton } from './tool-button.tsx'
import { useRovingFocus } from './use-roving-focus.ts'

/** The slim toolbar: one stop of the Tab key, arrows within. `tools` are further ones, at its end. */
export function Toolbar({ tools }: { tools?: ReactNode }) {
  const { core, translate } = useEditorView()
  const roving = useRovingFocus()

  function handleKey(event: KeyboardEvent): void {
    // React lets events of the menus and forms that a tool opens come up to it too.
    const isOwn = event.target instanceof Node && event.currentTarget.contains(event.target)
    if (isOwn && !handleHistoryKey(event, core.editor)) roving.onKeyDown(event)
  }
  return (
    <div
      {...roving}
      onKeyDown={handleKey}
      role="toolbar"
      className="editor-toolbar"
      aria-label={translate('editor.toolbar')}
    >
      <HistoryTools />
      <span className="editor-sep" />
      <KindMenu />
      <span className="editor-sep" />
      <MarkTools />
      <LinkTool />
      <span className="editor-sep" />
      <ListTools />
      {tools}
    </div>
  )
}

function HistoryTools() {
  const { core, translate } = useEditorView()
  const [canUndo, canRedo] = [useViewState('canUndo'), useViewState('canRedo')]
  return (
    <>
      <ToolButton
        icon={Undo2}
        label={translate('editor.undo')}
        keys="Z"
        isDisabled={!canUndo}
        onPress={() => travel(core.editor, UNDO_COMMAND)}
      />
      <ToolButton
        icon={Redo2}
        label={translate('editor.redo')}
        keys="Shift Z"
        isDisabled={!canRedo}
        onPress={() => travel(core.editor, REDO_COMMAND)}
      />
    </>
  )
}

function MarkTools() {
  const { core, translate } = useEditorView()
  const [isBold, isItalic] = [useViewState('isBold'), useViewState('isItalic')]
  return (
    <>
      <ToolButton
        icon={Bold}
        label={translate('editor.bold')}
        keys="B"
        isPressed={isBold}
        onPress={() => void core.editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'bold')}
      />
      <ToolButton
        icon={Italic}
        label={translate('editor.italic')}
        keys="I"
        isPressed={isItalic}
        onPress={() => void core.editor.dispatchCommand(FORMAT_TEXT_COMMAND, 'italic')}
      />
    </>
  )
}

function ListTools() {
  const { core, translate } = useEditorView()
  const list = useViewState('list')
  return (
    <>
      <ToolButton
        icon={List}
        label={translate('editor.list-bullet')}
        isPressed={list === 'bullet'}
        onPress={() => toggleList(core.editor, 'bullet')}
      />
      <ToolButton
        icon={ListOrdered}
        label={translate('editor.list-number')}
        isPressed={list === 'number'}
        onPress={() => toggleList(core.editor, 'number')}
      />
    </>
  )
}
