import {
  $addUpdateTag,
  $createTextNode,
  $getEditor,
  $getNodeByKey,
  $getRoot,
  $getSelection,
  $getState,
  $isRangeSelection,
  BLUR_COMMAND,
  CLICK_COMMAND,
  COMMAND_PRIORITY_HIGH,
  COMMAND_PRIORITY_LOW,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  defineExtension,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  HISTORY_PUSH_TAG,
  KEY_ARROW_LEFT_COMMAND,
  KEY_ARROW_RIGHT_COMMAND,
  mergeRegister,
  PASTE_COMMAND,
  safeCast,
  TextNode,
  type LexicalEditor,
  type NodeKey,
} from 'lexical'
import { fillText, findBlanksIn } from '../../../house/index.ts'
import { cleanPastedText } from '../clipboard/pasted-text.ts'
import {
  $createBlankNode,
  $createFillNode,
  $isFillNode,
  BlankNode,
  FillNode,
  labelState,
} from './blank-node.ts'
import {
  $findBlank,
  $getBlankBeside,
  $getBlanks,
  $getCurrent,
  $getFilling,
  $getSelectedBlank,
} from './blank-places.ts'
import { $setHeadline } from './fields.ts'
import { headlineState } from './states.ts'

/** The blank that the caret is at, and what has been typed into it so far; null for nothing yet. */
export interface CurrentBlank {
  readonly key: NodeKey
  readonly label: string
  readonly typed: string | null
}

/**
 * The blanks of the text. What is typed over one fills it; when the caret leaves, so are all others of the same label,
 * in the headline too, with the same value. From the first key of a value to its end is one step to undo.
 */
export interface StoryBlanks {
  getCurrent(): CurrentBlank | null
  /** Calls back when the current blank, or what is typed into it, has changed. */
  subscribe(listener: () => void): () => void
  /** Selects the next blank after the caret, or the last before it. False when there is none that way. */
  go(direction: 'next' | 'previous'): boolean
  /** The same within an update, for the answer to a key. */
  $go(direction: 'next' | 'previous'): boolean
  /** Selects the first blank of the text. False when there is none. */
  goToFirst(): boolean
  /** Puts a value in the place of the current blank, and of all others of its label. */
  fillCurrent(value: string): void
  $fillCurrent(value: string): void
  /** Ends what is being typed into a blank. */
  finish(): void
  $finish(): void
}

/** What the extension asks of the desk around it. */
export interface BlankDesk {
  /** Reads what was typed into a blank in the form that its rule asks for. */
  readValue(label: string, typed: string): string
  /** Hears what a blank was filled with. */
  onFilled(label: string, value: string): void
}

const PLAIN_DESK: BlankDesk = { readValue: (_label, typed) => typed, onFilled: () => undefined }

/** Turns `{{label}}` in the text into blanks, whichever way it came, and offers the editor's `StoryBlanks`. */
export const BlanksExtension = defineExtension({
  name: 'redaksi/blanks',
  nodes: () => [BlankNode, FillNode],
  config: safeCast<{ desk: BlankDesk }>({ desk: PLAIN_DESK }),
  build: (editor, { desk }) => createStoryBlanks(editor, desk),
  register: (editor, _config, state) =>
    mergeRegister(
      editor.registerNodeTransform(TextNode, $splitOffBlanks),
      editor.registerNodeTransform(FillNode, $keepInStep),
      editor.registerCommand(CONTROLLED_TEXT_INSERTION_COMMAND, $startFilling, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(PASTE_COMMAND, $pasteInto, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(CLICK_COMMAND, $selectAround, COMMAND_PRIORITY_LOW),
      registerArrows(editor),
      editor.registerCommand(
        BLUR_COMMAND,
        () => {
          // The blur is told within an update.
          queueMicrotask(() => state.getOutput().finish())
          return false
        },
        COMMAND_PRIORITY_LOW,
      ),
      state.getOutput().follow(),
    ),
})

/** Fills every blank of a label that is left, in the text and in the headline. */
export function $fillNamesakes(label: string, value: string): void {
  for (const blank of $getBlanks()) if (blank.getLabel() === label) $replaceByText(blank, value)
  const headline = $getState($getRoot(), headlineState)
  const filled = fillText(headline, label, value)
  if (filled !== headline) $setHeadline(filled)
}

function createStoryBlanks(editor: LexicalEditor, desk: BlankDesk): StoryBlanks & { follow(): () => void } {
  const listeners = new Set<() => void>()
  let current: CurrentBlank | null = null
  let filling: NodeKey | null = null

  function $finish(): void {
    const key = filling
    filling = null
    if (key !== null) $finishFilling(key, desk)
  }
  function $fillCurrent(value: string): void {
    const chosen = $readCurrent()
    if (chosen === null) return
    filling = null
    $addUpdateTag(chosen.typed === null ? HISTORY_PUSH_TAG : HISTORY_MERGE_TAG)
    $fill(chosen, value, desk)
  }
  function $go(direction: 'next' | 'previous'): boolean {
    $finish()
    return $selectWhole($findBlank(direction))
  }
  const finish = () => {
    if (filling !== null) perform(editor, $finish)
  }
  function note(isHistoric: boolean): void {
    const before = current
    current = editor.getEditorState().read($readCurrent)
    const isFilling = current !== null && current.typed !== null
    // What was undone or done again may bring back what was being typed, or take it away.
    if (isHistoric && !isFilling)
      filling = editor.getEditorState().read(() => $getFilling()?.getKey() ?? null)
    if (isFilling) filling = current?.key ?? null
    else if (filling !== null) queueMicrotask(finish)
    if (before?.key === current?.key && before?.typed === current?.typed) return
    for (const listener of listeners) listener()
  }
  return {
    getCurrent: () => current,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    $go,
    go: (direction) => perform(editor, () => $go(direction)),
    goToFirst: () => perform(editor, () => $selectWhole($getBlanks()[0] ?? null)),
    $fillCurrent,
    fillCurrent: (value) => perform(editor, () => $fillCurrent(value)),
    $finish,
    finish,
    follow: () => editor.registerUpdateListener(({ tags }) => note(tags.has(HISTORIC_TAG))),
  }
}

/** Does something in an update of its own, at once, and gives what it gave. */
function perform<Result>(editor: LexicalEditor, $act: () => Result): Result {
  const results: Result[] = []
  editor.update(() => void results.push($act()), { discrete: true })
  const [result] = results
  if (results.length === 0) throw new Error('an update within another: answer keys with the $ functions')
  return result as Result
}

/** The view follows to it as to any caret. */
function $selectWhole(blank: BlankNode | null): boolean {
  blank?.select(0, blank.getTextContentSize())
  return blank !== null
}

function $readCurrent(): CurrentBlank | null {
  const at = $getCurrent()
  if (at === null) return null
  const { node, isFilling } = at
  const label = $isFillNode(node)
    ? $getState(node, labelState)
    : (findBlanksIn(node.getTextContent())[0]?.label ?? '')
  return { key: node.getKey(), label, typed: isFilling ? node.getTextContent() : null }
}

function $finishFilling(key: NodeKey, desk: BlankDesk): void {
  const node = $getNodeByKey(key)
  if (!$isFillNode(node) || !node.isAttached()) return
  $addUpdateTag(HISTORY_MERGE_TAG)
  const label = $getState(node, labelState)
  $fill({ key, label }, desk.readValue(label, node.getTextContent()), desk)
}

function $fill({ key, label }: Pick<CurrentBlank, 'key' | 'label'>, value: string, desk: BlankDesk): void {
  const node = $getNodeByKey(key)
  if (node instanceof TextNode) $replaceByText(node, value)
  $fillNamesakes(label, value)
  desk.onFilled(label, value)
}

/** The caret goes to the end of the value. */
function $replaceByText(node: TextNode, value: string): void {
  if (value === '') node.remove()
  else node.replace($createTextNode(value).setFormat(node.getFormat()))
}

function $splitOffBlanks(node: TextNode): void {
  if (!node.isSimpleText() || !node.getTextContent().includes('{{')) return
  const [blank] = findBlanksIn(node.getTextContent())
  if (blank === undefined) return
  const parts = blank.start === 0 ? node.splitText(blank.end) : node.splitText(blank.start, blank.end)
  const part = blank.start === 0 ? parts[0] : parts[1]
  part?.replace($createBlankNode(blank.label).setFormat(part.getFormat()))
}

/** All keys of a value are one step to undo, however long it takes. */
function $keepInStep(node: FillNode): void {
  const before = $getEditor().getEditorState()
  if (before.read(() => $getNodeByKey(node.getKey()) !== null)) $addUpdateTag(HISTORY_MERGE_TAG)
}

function $startFilling(typed: InputEvent | string): boolean {
  const text = typeof typed === 'string' ? typed : typed.data
  return text !== null && text !== '' && $typeInto(text)
}

/** Pasted into a blank, a text is its value: plain, and on one line. */
function $pasteInto(event: ClipboardEvent | InputEvent | KeyboardEvent): boolean {
  const data = 'clipboardData' in event ? event.clipboardData : null
  const text = cleanPastedText(data?.getData('text/plain') ?? '')
    .replace(/\n+/g, ' ')
    .trim()
  if (text === '' || findBlanksIn(text).length > 0 || !$typeInto(text)) return false
  event.preventDefault()
  return true
}

function $typeInto(text: string): boolean {
  const selection = $getSelection()
  const blank = $isRangeSelection(selection) ? $getSelectedBlank(selection) : null
  if (blank === null) return false
  const fill = $createFillNode(blank.getLabel(), text).setFormat(blank.getFormat())
  blank.replace(fill)
  fill.selectEnd()
  $addUpdateTag(HISTORY_PUSH_TAG)
  return true
}

function $selectAround(): boolean {
  const selection = $getSelection()
  const blank = $isRangeSelection(selection) && selection.isCollapsed() ? $getSelectedBlank(selection) : null
  blank?.select(0, blank.getTextContentSize())
  return false
}

/** The arrows stop at a blank as at a letter: it is selected whole. */
function registerArrows(editor: LexicalEditor): () => void {
  const $step = (event: KeyboardEvent, direction: 'next' | 'previous') => {
    const selection = $getSelection()
    if (!$isRangeSelection(selection) || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey)
      return false
    const blank = $getBlankBeside(selection, direction)
    if (blank === null) return false
    event.preventDefault()
    blank.select(0, blank.getTextContentSize())
    return true
  }
  return mergeRegister(
    editor.registerCommand(KEY_ARROW_RIGHT_COMMAND, (event) => $step(event, 'next'), COMMAND_PRIORITY_LOW),
    editor.registerCommand(KEY_ARROW_LEFT_COMMAND, (event) => $step(event, 'previous'), COMMAND_PRIORITY_LOW),
  )
}
