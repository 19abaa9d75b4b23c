import {
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type KeyboardEvent,
  type ReactNode,
  type Ref,
} from 'react'
import type { RandomBytes } from '../../../base/ids.ts'
import type { House } from '../../house/index.ts'
import type { Story } from '../../story/index.ts'
import type { TranslateEditor } from '../texts.ts'
import { Body, useEmptyMark } from './body.tsx'
import { CreditChip } from './credit-chip.tsx'
import { DatelineChip } from './dateline-chip.tsx'
import { EditorContext, useEditorView } from './editor-context.ts'
import { Headline } from './headline.tsx'
import { readHistoryKey, travel } from './history-keys.ts'
import { preloadParts } from './lazy-parts.ts'
import { createStoryEditor, type StoryEditorCore } from './lexical/create-story-editor.ts'
import { Toolbar } from './toolbar.tsx'

/** What the page around the editor may ask of it. Nothing here changes what stands in it but `replaceStory`. */
export interface StoryEditorHandle {
  /** The story as it stands, the newest keystroke included. Costs what has changed since it was last asked. */
  getStory(): Story
  /** Whether the story differs from another one, the last saved. */
  isDirty(saved: Story): boolean
  focusHeadline(): void
  focusBody(): void
  /** Puts another story in place of this one. Undoable, it is one step; otherwise the history starts anew. */
  replaceStory(story: Story, options: { readonly undoable: boolean }): void
}

export interface StoryEditorProps {
  /** The story to start with. Another one later is given by `replaceStory`, or by another `key`. */
  readonly story: Story
  readonly house: House
  readonly translate: TranslateEditor
  /** Called after every change of the story, and not told what it is: ask the handle when it is time to save. */
  readonly onChange?: () => void
  /** A bug in an update, which is then taken back. The default hands it to the window's error event. */
  readonly onError?: (error: Error) => void
  readonly isReadOnly?: boolean
  /** Further tools, at the end of the toolbar. */
  readonly tools?: ReactNode
  readonly random?: RandomBytes
  readonly ref?: Ref<StoryEditorHandle>
}

/** A story as it will be read, to write in: headline, dateline, text and credit line under one history. */
export function StoryEditor(props: StoryEditorProps) {
  const { house, translate, isReadOnly = false } = props
  const core = useCore(props)
  const headlineRef = useRef<HTMLTextAreaElement | null>(null)
  const view = useMemo(() => ({ core, house, translate, isReadOnly }), [core, house, translate, isReadOnly])
  useHandle(props.ref, core, headlineRef)
  useEffect(preloadParts, [])

  function handleKey(event: KeyboardEvent): void {
    const command = isField(event.target) ? null : readHistoryKey(event)
    if (command === null) return
    event.preventDefault()
    travel(core.editor, command)
  }
  return (
    <EditorContext value={view}>
      <div className="editor" onKeyDown={handleKey}>
        {isReadOnly ? null : <Toolbar tools={props.tools} />}
        <div className="editor-scroll">
          <article className="editor-sheet">
            <Headline fieldRef={headlineRef} onLeave={() => focusBody(core)} />
            <StoryText />
          </article>
        </div>
      </div>
    </EditorContext>
  )
}

/** Dateline, text and credit line, in reading order. */
function StoryText() {
  const { translate } = useEditorView()
  const markRef = useEmptyMark()
  const placeholder = JSON.stringify(translate('editor.body-placeholder'))
  return (
    <div ref={markRef} className="editor-story" style={createStyle({ '--body-placeholder': placeholder })}>
      <DatelineChip />
      <Body />
      <CreditChip />
    </div>
  )
}

function useCore({
  story,
  random = fillRandom,
  onChange,
  onError = reportError,
  isReadOnly = false,
}: StoryEditorProps) {
  const callbacks = useRef({ onChange, onError })
  useEffect(() => void (callbacks.current = { onChange, onError }))
  const [core] = useState(() =>
    createStoryEditor({ story, random, now: Date.now, onError: (error) => callbacks.current.onError(error) }),
  )
  useEffect(() => core.session.subscribe(() => callbacks.current.onChange?.()), [core])
  useEffect(() => core.editor.setEditable(!isReadOnly), [core, isReadOnly])
  return core
}

function useHandle(
  ref: Ref<StoryEditorHandle> | undefined,
  core: StoryEditorCore,
  headline: { readonly current: HTMLTextAreaElement | null },
): void {
  useImperativeHandle(
    ref,
    () => ({
      getStory: () => core.session.getStory(),
      isDirty: (saved) => core.session.isDirty(saved),
      focusHeadline: () => headline.current?.focus(),
      focusBody: () => focusBody(core),
      replaceStory: (story, options) => core.replaceStory(story, options),
    }),
    [core, headline],
  )
}

/** React's types know no custom properties. */
function createStyle(properties: Readonly<Record<`--${string}`, string>>): CSSProperties {
  return properties
}

function focusBody(core: StoryEditorCore): void {
  core.editor.focus(undefined, { defaultSelection: 'rootStart' })
}

/** Fields have their own keys; the chips and the tools have not. */
function isField(target: EventTarget): boolean {
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA)$/.test(target.tagName))
  )
}

function fillRandom(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count))
}
