import { useEffect, useLayoutEffect, useRef, useState, type RefObject } from 'react'
import { isRedaksiError, type RedaksiError } from '../../../base/errors.ts'
import { isSameJson } from '../../../base/same-json.ts'
import type { AppClient } from '../../../bridge/index.ts'
import {
  getDraftStatus,
  type Draft,
  type DraftHead,
  type DraftStatus,
} from '../../../newsroom/drafts/index.ts'
import { DraftSession, type SpareStore, type SpareText } from '../../../newsroom/drafts/ui/index.ts'
import type { StoryEditorHandle } from '../../../newsroom/editor/ui/index.ts'
import { takeSpare, type StoredDraft } from './stored-draft.ts'

/** What came of opening a draft with a text that had not been saved before. */
export type Returned = 'nothing' | 'returned' | 'copied'

export interface OpenDraft {
  readonly draft: Draft
  readonly head: DraftHead
  readonly status: DraftStatus
  readonly session: DraftSession
  readonly returned: Returned
  /** The editor that shows this draft, and no other. */
  readonly editor: RefObject<StoryEditorHandle | null>
  /** Shows what an act has made of the draft: a sign-off, the trash. */
  readonly noteHead: (head: DraftHead) => void
}

export interface OpenDraftState {
  readonly open: OpenDraft | null
  readonly error: RedaksiError | null
}

const timers = {
  now: () => performance.now(),
  start: (task: () => void, delay: number) => setTimeout(task, delay),
  stop: (timer: unknown) => clearTimeout(timer as ReturnType<typeof setTimeout>),
}

/** Opens a draft, with its way to the disk. What stays open is closed, its text saved, before the next one is shown. */
export function useOpenDraft(
  { client, spares, first }: { client: AppClient; spares: SpareStore; first: StoredDraft | null },
  id: string | null,
): OpenDraftState {
  // A draft that was read ahead is in the first thing that is shown.
  const [state, setState] = useState<OpenDraftState>(() => ({
    open:
      first?.draft.id === id
        ? openAhead(client, spares, first, (head) => noteHead(first.draft.id, head))
        : null,
    error: null,
  }))
  const tries = useTries(client, state.error === null ? null : id)
  const latest = useRef<string | null>(null)
  const ahead = useRef<AheadDraft>({ stored: first, open: state.open })
  function noteHead(opened: string, head: DraftHead): void {
    setState((before) =>
      before.open?.head.id === opened
        ? { ...before, open: { ...before.open, ...withHead(before.open, head) } }
        : before,
    )
  }
  useLayoutEffect(() => {
    latest.current = id
    const { stored, open: shown } = ahead.current
    ahead.current = { stored: null, open: null }
    let session: DraftSession | null = null
    async function openDraft(opened: string): Promise<void> {
      try {
        const isAhead = stored?.draft.id === opened
        const found = isAhead ? stored : await takeSpare(spares, await client.drafts.read({ id: opened }))
        const returned = findReturned(found)
        if (found.spare !== null && returned !== 'returned')
          await putAway(client, spares, found.draft.id, returned === 'copied' ? found.spare : null)
        const open = openStored(client, spares, found, returned, (head) => noteHead(opened, head))
        if (latest.current !== opened) return
        session = open.session
        setState({ open, error: null })
      } catch (error) {
        if (!isRedaksiError(error)) throw error
        if (latest.current === opened) setState({ open: null, error })
      }
    }
    if (shown !== null) return () => void shown.session.close()
    if (id === null) setState({ open: null, error: null })
    else void openDraft(id)
    return () => void session?.close()
  }, [client, spares, id, tries])
  useStatusInStep(client, state.open, setState)
  return state
}

/** How often to try to open a draft that could not be opened: once more whenever it was changed. */
function useTries(client: AppClient, failed: string | null): number {
  const [tries, setTries] = useState(0)
  useEffect(() => {
    if (failed === null) return
    return client.on('drafts.changed', ({ id }) => id === failed && setTries((before) => before + 1))
  }, [client, failed])
  return tries
}

/** What the page had before it showed anything. */
interface AheadDraft {
  readonly stored: StoredDraft | null
  readonly open: OpenDraft | null
}

/** Opens a draft that was read ahead at once; null where something has to be put away first. */
function openAhead(
  client: AppClient,
  spares: SpareStore,
  stored: StoredDraft,
  noteHead: (head: DraftHead) => void,
): OpenDraft | null {
  const returned = findReturned(stored)
  if (stored.spare !== null && returned !== 'returned') return null
  return openStored(client, spares, stored, returned, noteHead)
}

/** A later edit takes the sign-off away; what the targets hold stays as it was. */
function withHead(open: OpenDraft, head: DraftHead): Pick<OpenDraft, 'head' | 'status'> {
  const isOfReview = open.status === 'draft' || open.status === 'in-review' || open.status === 'approved'
  return {
    head,
    status:
      isOfReview || open.status === 'trashed' || head.trashedAt !== null
        ? getDraftStatus({ ...open.draft, ...head }, 'none')
        : open.status,
  }
}

/** What is to become of a text that the browser kept: it goes on where the draft still is what it was based on. */
function findReturned({ draft, spare }: StoredDraft): Returned {
  if (spare === null || isSameJson(spare.story, draft.story)) return 'nothing'
  return isBasedOn(spare, draft) ? 'returned' : 'copied'
}

function openStored(
  client: AppClient,
  spares: SpareStore,
  { draft, status, spare }: StoredDraft,
  returned: Returned,
  noteHead: (head: DraftHead) => void,
): OpenDraft {
  const story = returned === 'returned' && spare !== null ? spare.story : draft.story
  const editor: RefObject<StoryEditorHandle | null> = { current: null }
  const session = new DraftSession({
    id: draft.id,
    revision: draft.revision,
    spares,
    timers,
    onHead: noteHead,
    getStory: () => editor.current?.getStory() ?? story,
    save: (request) => client.drafts.save(request),
  })
  // The editor starts with the text that came back: it is the newest keystroke, and not on the disk yet.
  if (returned === 'returned') session.noteChange()
  return { draft: { ...draft, story }, head: draft, status, session, editor, noteHead, returned }
}

/** Takes a text out of the browser's store: one whose draft has gone on without it becomes a draft of its own. */
async function putAway(
  client: AppClient,
  spares: SpareStore,
  id: string,
  outdated: SpareText | null,
): Promise<void> {
  if (outdated !== null) {
    const copy = await client.drafts.create({ headline: outdated.story.headline })
    await client.drafts.save({
      id: copy.id,
      baseRevision: copy.revision,
      story: { ...outdated.story, slug: copy.story.slug },
    })
  }
  await spares.drop(id).catch(() => undefined)
}

/** Whether a text was written on from what is on the disk, though this page was never told that it had come there. */
function isBasedOn({ baseRevision, sent }: SpareText, { revision, story }: Draft): boolean {
  return baseRevision === revision || (sent !== undefined && isSameJson(sent, story))
}

/** What the outbox, others, and other words for a photo do to the open draft: its status, and a newer revision saved elsewhere. */
function useStatusInStep(
  client: AppClient,
  open: OpenDraft | null,
  setState: (change: (before: OpenDraftState) => OpenDraftState) => void,
): void {
  const id = open?.head.id ?? null
  useEffect(() => {
    if (id === null) return
    const refresh = async () => {
      try {
        const { draft, status } = await client.drafts.read({ id })
        const { story: _story, ...head } = draft
        setState((before) =>
          before.open?.head.id === id ? { ...before, open: { ...before.open, head, status } } : before,
        )
      } catch (error) {
        // A host that is gone is said on the status line; the events start anew when it is back.
        if (!isRedaksiError(error)) throw error
      }
    }
    const stops = (['publish.outboxChanged', 'photos.changed', 'bridge.found'] as const).map((event) =>
      client.on(event, () => void refresh()),
    )
    return () => {
      for (const stop of stops) stop()
    }
  }, [client, id, setState])
}
