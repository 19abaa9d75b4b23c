import {
  useEffect,
  useRef,
  type ChangeEvent,
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
} from 'react'
import { splitHeadline } from '../headline-blanks.ts'
import { improveTyped } from '../typed-signs.ts'
import { BlankList } from './blank-list.tsx'
import { useEditorView, useViewState } from './editor-context.ts'
import { handleHistoryKey, readHistoryInput, travel } from './history-keys.ts'
import { useHeadlineBlanks, type HeadlineBlanks } from './use-headline-blanks.ts'
import { useSuggestions, type Suggestions } from './use-suggestions.ts'

/** The headline: one line of text that wraps. Enter goes on to the body. */
export function Headline({
  fieldRef,
  onLeave,
}: {
  fieldRef: RefObject<HTMLTextAreaElement | null>
  onLeave(): void
}) {
  const { translate, isReadOnly, isFinding } = useEditorView()
  const headline = useViewState('headline')
  const blanks = useHeadlineBlanks(fieldRef)
  const suggestions = useSuggestions(blanks.current)
  const mirrorRef = useRef<HTMLDivElement | null>(null)
  const improve = useTypedSigns(blanks)
  const handleKey = useKeys(blanks, suggestions, onLeave)
  useOneHistory(fieldRef)
  useSetSelection(fieldRef, blanks.noteSelection)

  const hasBlanks = blanks.fill !== null || splitHeadline(headline, null).some(({ kind }) => kind === 'blank')
  return (
    <div className={hasBlanks ? 'editor-headline-frame has-blanks' : 'editor-headline-frame'}>
      {hasBlanks || isFinding ? <Mirror headline={headline} blanks={blanks} mirrorRef={mirrorRef} /> : null}
      <textarea
        {...suggestions.fieldProps}
        ref={fieldRef}
        className="editor-headline"
        aria-label={translate('editor.headline')}
        placeholder={translate('editor.headline-placeholder')}
        value={headline}
        rows={1}
        readOnly={isReadOnly}
        lang="id"
        spellCheck={false}
        autoCorrect="off"
        autoComplete="off"
        translate="no"
        onChange={(event) => {
          blanks.change(joinLines(event.target.value))
          improve(event)
        }}
        onSelect={blanks.noteSelection}
        onBlur={blanks.finish}
        onKeyDown={handleKey}
        onPaste={pastePlainly}
      />
      <BlankList
        current={blanks.current}
        suggestions={suggestions}
        getAnchor={() => mirrorRef.current?.querySelector('.is-current, .editor-fill') ?? null}
        onChoose={blanks.choose}
      />
    </div>
  )
}

function useKeys(blanks: HeadlineBlanks, suggestions: Suggestions, onLeave: () => void) {
  const { core } = useEditorView()
  return (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (handleHistoryKey(event, core.editor) || event.nativeEvent.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey || suggestions.handleKey(event)) return
    const { chosen } = suggestions
    if (event.key === 'Enter') {
      event.preventDefault()
      if (chosen !== null) blanks.choose(chosen)
      else if (blanks.fill !== null) blanks.finish()
      else onLeave()
    }
    if (event.key !== 'Tab') return
    if (chosen !== null) blanks.choose(chosen)
    blanks.handleTab(event)
  }
}

/** Puts the house's sign in the place of one that was typed, as a step of its own. */
function useTypedSigns({ fill }: HeadlineBlanks) {
  const { core, help } = useEditorView()
  return ({ currentTarget: field, nativeEvent }: ChangeEvent<HTMLTextAreaElement>): void => {
    const isTyped = nativeEvent instanceof InputEvent && /^["'-]$/.test(nativeEvent.data ?? '')
    const typography = isTyped && fill === null ? (help.getTypography?.() ?? null) : null
    if (typography === null) return
    const change = improveTyped(field.value.slice(0, field.selectionStart), typography)
    if (change === null) return
    field.setRangeText(change.text, change.start, change.end, 'end')
    core.fields.setHeadline(field.value, {})
  }
}

/** The headline once more, behind the field: a field cannot show a part of its text as a chip. */
function Mirror(props: {
  headline: string
  blanks: HeadlineBlanks
  mirrorRef: RefObject<HTMLDivElement | null>
}) {
  const { headline, blanks, mirrorRef } = props
  return (
    <div ref={mirrorRef} className="editor-headline editor-headline-mirror" aria-hidden>
      {splitHeadline(headline, blanks.fill).map(({ kind, text, start }) => (
        <span
          key={start}
          className={
            kind === 'text' ? undefined : `editor-${kind}${blanks.selected === start ? ' is-current' : ''}`
          }
        >
          {text}
        </span>
      ))}
    </div>
  )
}

/** Pasted text is plain and on one line; a no-break space from elsewhere is residue. */
function pastePlainly(event: ClipboardEvent<HTMLTextAreaElement>): void {
  const text = event.clipboardData.getData('text/plain')
  const field = event.currentTarget
  if (text === '' || field.readOnly) return
  event.preventDefault()
  field.setRangeText(
    joinLines(text).replaceAll('\u00a0', ' ').trim(),
    field.selectionStart,
    field.selectionEnd,
    'end',
  )
  field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertFromPaste' }))
}

function joinLines(text: string): string {
  return text.replace(/[\r\n]+/g, ' ')
}

/** Hears of a selection that the program has set: React tells only of those that a person makes. */
function useSetSelection(fieldRef: RefObject<HTMLTextAreaElement | null>, note: () => void): void {
  const latest = useRef(note)
  useEffect(() => void (latest.current = note))
  useEffect(() => {
    const field = fieldRef.current
    const handleSelect = () => latest.current()
    field?.addEventListener('select', handleSelect)
    return () => field?.removeEventListener('select', handleSelect)
  }, [fieldRef])
}

/** The field's native history would undo by itself, outside ours: its requests from menus go to ours. */
function useOneHistory(fieldRef: RefObject<HTMLTextAreaElement | null>): void {
  const { core } = useEditorView()
  useEffect(() => {
    const field = fieldRef.current
    if (field === null) return
    const handleInput = (event: InputEvent) => {
      const command = readHistoryInput(event)
      if (command === null) return
      event.preventDefault()
      travel(core.editor, command)
    }
    field.addEventListener('beforeinput', handleInput)
    return () => field.removeEventListener('beforeinput', handleInput)
  }, [core, fieldRef])
}
