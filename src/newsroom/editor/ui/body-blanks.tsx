import {
  BLUR_COMMAND,
  COMMAND_PRIORITY_HIGH,
  FOCUS_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ARROW_UP_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_ESCAPE_COMMAND,
  KEY_TAB_COMMAND,
  mergeRegister,
} from 'lexical'
import { useEffect, useRef, useState, useSyncExternalStore, type RefObject } from 'react'
import { findBlanksIn } from '../../house/index.ts'
import { BlankList } from './blank-list.tsx'
import { useEditorView } from './editor-context.ts'
import { BlankNode } from './lexical/blank-node.ts'
import { useSuggestions, type Suggestions } from './use-suggestions.ts'

/** The blanks of the text as they are seen and filled: Tab goes from one to the next while there is one that way. */
export function BodyBlanks({ headlineRef }: { readonly headlineRef: RefObject<HTMLTextAreaElement | null> }) {
  const { core } = useEditorView()
  const { blanks, editor } = core
  const isFocused = useBodyFocus()
  const known = useSyncExternalStore(blanks.subscribe, blanks.getCurrent)
  const current = isFocused ? known : null
  const suggestions = useSuggestions(current)
  useBlankNames()
  useCurrentMark(current?.typed === null ? current.key : null)
  useKeys(suggestions, headlineRef)
  useFieldProps(suggestions)
  return (
    <BlankList
      current={current}
      suggestions={suggestions}
      getAnchor={() => (current === null ? null : editor.getElementByKey(current.key))}
      onChoose={blanks.fillCurrent}
    />
  )
}

function useBodyFocus(): boolean {
  const { core } = useEditorView()
  const [isFocused, setFocused] = useState(false)
  useEffect(() => {
    const note = (next: boolean) => () => {
      setFocused(next)
      return false
    }
    return mergeRegister(
      core.editor.registerCommand(FOCUS_COMMAND, note(true), COMMAND_PRIORITY_HIGH),
      core.editor.registerCommand(BLUR_COMMAND, note(false), COMMAND_PRIORITY_HIGH),
    )
  }, [core])
  return isFocused
}

function useKeys(suggestions: Suggestions, headlineRef: RefObject<HTMLTextAreaElement | null>): void {
  const { core } = useEditorView()
  const latest = useRef(suggestions)
  useEffect(() => void (latest.current = suggestions))
  useEffect(() => {
    const { editor, blanks } = core
    const onKey = (event: KeyboardEvent | null) =>
      event !== null && !hasModifier(event) && latest.current.handleKey(event)
    const $choose = (): boolean => {
      const { chosen } = latest.current
      if (chosen !== null) blanks.$fillCurrent(chosen)
      return chosen !== null
    }
    const $onEnter = (event: KeyboardEvent | null) => {
      if (event === null || hasModifier(event) || blanks.getCurrent() === null) return false
      event.preventDefault()
      // A line is never broken within a blank: Enter ends what is typed.
      if (!$choose()) blanks.$finish()
      return true
    }
    const $onTab = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return false
      $choose()
      const isGone = event.shiftKey
        ? blanks.$go('previous') || selectInHeadline(headlineRef.current)
        : blanks.$go('next')
      if (isGone) event.preventDefault()
      return isGone
    }
    return mergeRegister(
      ...[KEY_ARROW_DOWN_COMMAND, KEY_ARROW_UP_COMMAND, KEY_ESCAPE_COMMAND].map((command) =>
        editor.registerCommand<KeyboardEvent>(command, onKey, COMMAND_PRIORITY_HIGH),
      ),
      editor.registerCommand(KEY_ENTER_COMMAND, $onEnter, COMMAND_PRIORITY_HIGH),
      editor.registerCommand(KEY_TAB_COMMAND, $onTab, COMMAND_PRIORITY_HIGH),
    )
  }, [core, headlineRef])
}

/** Selects the last blank of the headline. Whether there is one. */
function selectInHeadline(field: HTMLTextAreaElement | null): boolean {
  const blank = field === null ? undefined : findBlanksIn(field.value).at(-1)
  if (field === null || blank === undefined) return false
  field.focus()
  field.setSelectionRange(blank.start, blank.end)
  return true
}

/** Each blank says what it is, to those who do not see it as one. */
function useBlankNames(): void {
  const { core, guide, translate } = useEditorView()
  useEffect(
    () =>
      core.editor.registerMutationListener(BlankNode, (mutations) => {
        for (const [key, mutation] of mutations) {
          const element = mutation === 'destroyed' ? null : core.editor.getElementByKey(key)
          const label = findBlanksIn(element?.textContent ?? '')[0]?.label
          if (element === null || label === undefined) continue
          const { kind } = guide.getRule(label)
          element.role = 'group'
          element.ariaLabel = translate('editor.blank', { label })
          element.title = translate(`editor.blank-kind-${kind}`)
          element.dataset['kind'] = kind
        }
      }),
    [core, guide, translate],
  )
}

function useCurrentMark(key: string | null): void {
  const { core } = useEditorView()
  useEffect(() => {
    const element = key === null ? null : core.editor.getElementByKey(key)
    element?.classList.add('is-current')
    return () => element?.classList.remove('is-current')
  }, [core, key])
}

/** The body is rendered once; what it says of the list comes and goes. */
function useFieldProps({ fieldProps }: Suggestions): void {
  const { core } = useEditorView()
  useEffect(() => {
    const root = core.editor.getRootElement()
    for (const [name, value] of Object.entries(fieldProps)) {
      if (value === undefined) root?.removeAttribute(name)
      else root?.setAttribute(name, value)
    }
  })
}

function hasModifier(event: KeyboardEvent): boolean {
  return event.ctrlKey || event.metaKey || event.altKey || event.shiftKey
}
