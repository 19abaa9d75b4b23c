import {
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
  type CSSProperties,
  type ReactNode,
  type Ref,
} from 'react'
import type { RandomBytes } from '../../../base/ids.ts'
import { useLateParts } from '../../../base/ui/late.tsx'
import { findBlanksIn, NOTHING_USED, type House } from '../../house/index.ts'
import type { BlockId, Story } from '../../story/index.ts'
import type { NewPhoto, PhotoMove, PhotoWords, StoryPhotos } from './story-photos.ts'
import { createBlankGuide, type BlankGuide, type StoryHelp } from '../story-help.ts'
import type { TranslateEditor } from '../texts.ts'
import { BodyBlanks } from './body-blanks.tsx'
import { Body } from './body.tsx'
import { CreditChip } from './credit-chip.tsx'
import { DatelineChip } from './dateline-chip.tsx'
import { EditorContext, useEditorView, useViewState } from './editor-context.ts'
import { Headline } from './headline.tsx'
import type { WritingStyle } from './caret-view.tsx'
import { readFindRequest, type FindAct, type FindRequest } from './find/find-request.ts'
import { handleHistoryKey } from './history-keys.ts'
import { BlockHandle, CaretView, FindBar } from './late-parts.ts'
import type { MovedBlock } from './lexical/move-block.ts'
import { createStoryEditor, type StoryEditorCore } from './lexical/create-story-editor.ts'
import { changePhoto, insertPhotos, movePhoto, removePhoto } from './lexical/photo-commands.ts'
import type { StoryDetails } from './lexical/states.ts'
import { Toolbar } from './toolbar.tsx'
import { useStoryPhotos } from './use-story-photos.ts'
import './editor.css'
import { createViewStore, type ViewState, type ViewStore } from './view-store.ts'

/** What the page around the editor may ask of it. */
export interface StoryEditorHandle {
  /** The story as it stands, the newest keystroke included. Costs what has changed since it was last asked. */
  getStory(): Story
  /** Whether the story differs from another one, the last saved. */
  isDirty(saved: Story): boolean
  /** Calls back after every change of the story; cheap. */
  subscribe(listener: () => void): () => void
  focusHeadline(): void
  focusBody(): void
  /** Selects the first blank, of the headline or of the text. False when there is none. */
  focusBlank(): boolean
  /** Looks for something in the story, or goes on looking. */
  find(act: FindAct): void
  /** Puts another story in place of this one. Undoable, it is one step; otherwise the history starts anew. */
  replaceStory(story: Story, options: { readonly undoable: boolean }): void
  /** Answers a key that asks for a step back or forth in the history, wherever the focus is. Whether it did. */
  answerHistoryKey(event: KeyboardEvent): boolean
  /** Changes details of the story; they are part of the one history. */
  setDetails(part: Partial<StoryDetails>): void
  /** What stands beside the text now: the same object until something of it changes. */
  readView(): StoryView
  /** Calls back when something of that has changed. */
  subscribeView(listener: () => void): () => void
  /** Puts photos where the caret is, or was. */
  insertPhotos(photos: readonly NewPhoto[]): void
  changePhoto(id: BlockId, words: PhotoWords): void
  removePhoto(id: BlockId): void
  movePhoto(id: BlockId, move: PhotoMove): void
  /** Moves the block with the caret past its neighbour. Null where it cannot go on. */
  moveBlock(step: 'up' | 'down'): Promise<MovedBlock | null>
}

/** A story’s headline and details. */
export type StoryView = Pick<ViewState, 'headline' | keyof StoryDetails>

export interface StoryEditorProps {
  /** The story to start with. Another one later is given by `replaceStory`, or by another `key`. */
  readonly story: Story
  readonly house: House
  readonly translate: TranslateEditor
  /** Called after every change of the story, and not told what it is: ask the handle when it is time to save. */
  readonly onChange?: () => void
  /** A block was dragged to another place. */
  readonly onMoved?: (moved: MovedBlock) => void
  /** A bug in an update, which is then taken back. The default hands it to the window's error event. */
  readonly onError?: (error: Error) => void
  readonly isReadOnly?: boolean
  /** What is known beside the story; without it, blanks are filled as they are typed. */
  readonly help?: StoryHelp
  /** The photos' own part; without it, their frames stay empty and files are refused. */
  readonly photos?: StoryPhotos
  /** How the page is shown while someone writes; without it, as always. */
  readonly style?: WritingStyle
  /** Further tools, at the end of the toolbar. */
  readonly tools?: ReactNode
  readonly random?: RandomBytes
  readonly ref?: Ref<StoryEditorHandle>
}

/** A story as it will be read, to write in: headline, dateline, text and credit line under one history. */
export function StoryEditor(props: StoryEditorProps) {
  const { house, translate, isReadOnly = false, help = NO_HELP, style = NO_STYLE } = props
  const { isFocused, isTypewriter } = style
  const guide = useMemo(() => createBlankGuide(house, help), [house, help])
  const core = useCore({ ...props, guide, help })
  const [store] = useState(() => createViewStore(core.editor))
  const headlineRef = useRef<HTMLTextAreaElement | null>(null)
  const [finding, setFinding] = useState<FindRequest | null>(null)
  const isFinding = finding !== null
  const view = useMemo(
    () => ({ core, store, house, translate, isReadOnly, help, guide, isFinding }),
    [core, store, house, translate, isReadOnly, help, guide, isFinding],
  )
  useHandle(props.ref, core, store, headlineRef, setFinding)
  useStoryPhotos(core, props.photos)
  useLateParts()

  return (
    <EditorContext value={view}>
      <div className={`editor${isFocused ? ' is-focused' : ''}${isTypewriter ? ' is-typewriter' : ''}`}>
        {isReadOnly || isFocused ? null : <Toolbar tools={props.tools} />}
        {finding === null ? null : (
          <FindBar request={finding} headlineRef={headlineRef} onClose={() => setFinding(null)} />
        )}
        <div className="editor-scroll">
          <article className="editor-sheet">
            <Headline fieldRef={headlineRef} onLeave={() => focusBody(core)} />
            <StoryText />
            <BodyBlanks headlineRef={headlineRef} />
          </article>
          {isReadOnly ? null : <BlockHandle onMoved={(moved) => props.onMoved?.(moved)} />}
        </div>
        {isFocused || isTypewriter ? <CaretView {...style} /> : null}
      </div>
    </EditorContext>
  )
}

/** Dateline, text and credit line, in reading order. */
function StoryText() {
  const { translate } = useEditorView()
  const isEmpty = useViewState('isEmpty')
  const placeholder = JSON.stringify(translate('editor.body-placeholder'))
  return (
    <div
      className="editor-story"
      data-empty={isEmpty || undefined}
      style={createStyle({ '--body-placeholder': placeholder })}
    >
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
  guide,
  help,
}: StoryEditorProps & { readonly guide: BlankGuide; readonly help: StoryHelp }) {
  const callbacks = useRef({ onChange, onError, guide, help })
  useEffect(() => void (callbacks.current = { onChange, onError, guide, help }))
  const [core] = useState(() =>
    createStoryEditor({
      story,
      random,
      now: Date.now,
      onError: (error) => callbacks.current.onError(error),
      keepsSlug: () => callbacks.current.help.keepsSlug === true,
      getTypography: () => callbacks.current.help.getTypography?.() ?? null,
      blankDesk: {
        readValue: (label, typed) => callbacks.current.guide.readValue(label, typed),
        onFilled: (label, value) => callbacks.current.help.onUse({ values: [{ label, value }] }),
      },
    }),
  )
  useEffect(() => core.session.subscribe(() => callbacks.current.onChange?.()), [core])
  useEffect(() => core.editor.setEditable(!isReadOnly), [core, isReadOnly])
  return core
}

function useHandle(
  ref: Ref<StoryEditorHandle> | undefined,
  core: StoryEditorCore,
  store: ViewStore,
  headline: { readonly current: HTMLTextAreaElement | null },
  onFind: (request: FindRequest) => void,
): void {
  useImperativeHandle(
    ref,
    () => ({
      getStory: () => core.session.getStory(),
      isDirty: (saved) => core.session.isDirty(saved),
      subscribe: (listener) => core.session.subscribe(listener),
      focusHeadline: () => headline.current?.focus(),
      focusBody: () => focusBody(core),
      find: (act) => onFind(readFindRequest(core, headline.current, act)),
      answerHistoryKey: (event) => handleHistoryKey(event, core.editor),
      setDetails: core.fields.setDetails,
      readView: store.read,
      subscribeView: store.subscribe,
      focusBlank: () => focusBlank(core, headline.current),
      replaceStory: (story, options) => core.replaceStory(story, options),
      insertPhotos: (photos) => insertPhotos(core.editor, photos),
      changePhoto: (id, words) => changePhoto(core.editor, id, words),
      removePhoto: (id) => removePhoto(core.editor, id),
      movePhoto: (id, move) => movePhoto(core.editor, id, move),
      moveBlock: async (step) => (await import('./lexical/move-block.ts')).moveCaretBlock(core.editor, step),
    }),
    [core, store, headline, onFind],
  )
}

/** React's types know no custom properties. */
function createStyle(properties: Readonly<Record<`--${string}`, string>>): CSSProperties {
  return properties
}

function focusBody(core: StoryEditorCore): void {
  core.editor.focus(undefined, { defaultSelection: 'rootStart' })
}

function focusBlank(core: StoryEditorCore, headline: HTMLTextAreaElement | null): boolean {
  const blank = headline === null ? undefined : findBlanksIn(headline.value)[0]
  if (headline !== null && blank !== undefined) {
    headline.focus()
    headline.setSelectionRange(blank.start, blank.end)
    return true
  }
  const isFound = core.blanks.goToFirst()
  if (isFound) core.editor.focus()
  return isFound
}

const NO_HELP: StoryHelp = {
  template: undefined,
  lastUsed: NOTHING_USED,
  getToday: () => new Date().toISOString().slice(0, 10),
  onUse: () => undefined,
}

const NO_STYLE: WritingStyle = { isFocused: false, isTypewriter: false }

function fillRandom(count: number): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(count))
}
