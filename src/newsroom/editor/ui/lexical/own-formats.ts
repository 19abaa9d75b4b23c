import {
  $formatText,
  $getSelection,
  $isLineBreakNode,
  $isRangeSelection,
  $setState,
  COMMAND_PRIORITY_HIGH,
  defineExtension,
  FORMAT_ELEMENT_COMMAND,
  FORMAT_TEXT_COMMAND,
  INDENT_CONTENT_COMMAND,
  IS_BOLD,
  IS_ITALIC,
  mergeRegister,
  SET_TEXT_FORMAT_COMMAND,
  TextNode,
  type RangeSelection,
} from 'lexical'
import { STORY_FORMATS } from './runs.ts'
import { breakFormatState } from './states.ts'

/** Keeps the editor to what a story can hold: bold and italic, no underline, colour, alignment or indentation. */
export const OwnFormatsExtension = defineExtension({
  name: 'redaksi/own-formats',
  register: (editor) =>
    mergeRegister(
      editor.registerNodeTransform(TextNode, $keepOwnFormats),
      editor.registerCommand(
        FORMAT_TEXT_COMMAND,
        (format) => {
          const selection = $getSelection()
          if (format !== 'bold' && format !== 'italic') return true
          if (!$isRangeSelection(selection)) return false
          $formatText(selection, format)
          $formatBreaks(selection)
          return true
        },
        COMMAND_PRIORITY_HIGH,
      ),
      editor.registerCommand(SET_TEXT_FORMAT_COMMAND, refuse, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(FORMAT_ELEMENT_COMMAND, refuse, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(INDENT_CONTENT_COMMAND, refuse, COMMAND_PRIORITY_HIGH),
    ),
})

function refuse(): boolean {
  return true
}

function $keepOwnFormats(node: TextNode): void {
  const format = node.getFormat()
  if ((format & STORY_FORMATS) !== format) node.setFormat(format & STORY_FORMATS)
  if (node.getStyle() !== '') node.setStyle('')
}

/** Line breaks take the marks that the selected text has now: a run over several lines stays one run. */
function $formatBreaks(selection: RangeSelection): void {
  const format = (selection.hasFormat('bold') ? IS_BOLD : 0) | (selection.hasFormat('italic') ? IS_ITALIC : 0)
  for (const node of selection.getNodes()) {
    if ($isLineBreakNode(node)) $setState(node, breakFormatState, format)
  }
}
