import { useCallback, useEffect, useMemo, useState, type RefObject } from 'react'
import { isRedaksiError } from '../../base/errors.ts'
import { useTexts } from '../../base/ui/texts.tsx'
import type { AppClient } from '../../bridge/index.ts'
import { getReviewState } from '../../newsroom/drafts/index.ts'
import type { EntrySummary } from '../../newsroom/publish/index.ts'
import { saveFile } from './save-file.ts'
import { useSay } from './notice.tsx'
import type { OpenDraft } from './page/use-open-draft.ts'
import type { ExportChoice } from './page/page-head.tsx'

export interface DeskOptions {
  readonly client: AppClient
  readonly open: OpenDraft | null
  readonly select: (id: string) => void
  readonly searchRef: RefObject<HTMLInputElement | null>
}

/**
 * Everything that the buttons and the keys of the desk do. What an act needs saved is saved first; what fails is said
 * on the status line in plain words, and nothing is done by half.
 */
// oxlint-disable-next-line max-lines-per-function -- a list of acts, each a few lines
export function useDesk(options: DeskOptions) {
  const { client, open, select, searchRef } = options
  const attempt = useAttempt()
  const { translate } = useTexts()
  const say = useSay()
  // oxlint-disable-next-line max-lines-per-function -- a list of acts, each a few lines
  return useMemo(() => {
    const onOpen = (act: (draft: OpenDraft) => Promise<void>) =>
      open === null ? undefined : attempt(() => act(open))
    const exportAs = (format: ExportChoice) =>
      onOpen(async ({ head, session }) => {
        await session.saveNow()
        const { text, fileName, mediaType } = await client.drafts.export({ id: head.id, format })
        saveFile(text, fileName, mediaType)
        say({ words: translate('app.exported-said', { file: fileName }) })
      })
    return {
      startDraft: () =>
        attempt(async () => {
          const { id } = await client.drafts.create({})
          select(id)
        }),
      saveNow: () => onOpen(({ session }) => session.saveNow()),
      focusSearch: () => searchRef.current?.focus(),
      export: () => exportAs('txt'),
      exportAs,
      approve: (by: string) =>
        onOpen(async ({ head, session, noteHead }) => {
          await session.saveNow()
          const signed = await client.drafts.signOff({ id: head.id, revision: session.getRevision(), by })
          noteHead(signed)
          say({ words: translate('publish.approved-said', { revision: signed.revision }) })
        }),
      publish: () =>
        onOpen(async ({ head, session }) => {
          await session.saveNow()
          await client.publish.publish({ id: head.id })
          say({ words: translate('publish.queued-said') })
        }),
      withdraw: (reason: string) =>
        onOpen(async ({ head }) => {
          await client.publish.withdraw({ id: head.id, reason })
          say({ words: translate('publish.queued-said') })
        }),
      restore: (revision: number) =>
        onOpen(async ({ head, session, editor }) => {
          await session.saveNow()
          const story = await client.drafts.readRevision({ id: head.id, revision })
          await client.drafts.keepSnapshot({ id: head.id, reason: 'open' })
          editor.current?.replaceStory(story, { undoable: true })
          say({ words: translate('history.restored', { revision }) })
        }),
      trash: () =>
        onOpen(async ({ head, session, noteHead }) => {
          await session.saveNow()
          noteHead(await client.drafts.trash({ id: head.id }))
          const undo = () => void attempt(async () => noteHead(await client.drafts.untrash({ id: head.id })))
          say({ words: translate('app.trashed-said'), undo })
        }),
      untrash: () =>
        onOpen(async ({ head, noteHead }) => noteHead(await client.drafts.untrash({ id: head.id }))),
      copy: () =>
        onOpen(async ({ editor, session }) => {
          const story = editor.current?.getStory()
          if (story === undefined) return
          const headline = translate('save.copy-headline', { headline: story.headline })
          const copy = await client.drafts.create({ headline })
          const copied = { ...story, headline, slug: copy.story.slug }
          await client.drafts.save({ id: copy.id, baseRevision: copy.revision, story: copied })
          session.rebase(session.getRevision())
          select(copy.id)
          say({ words: translate('save.copied') })
        }),
      showNewest: () =>
        onOpen(async ({ head, editor, session }) => {
          const { draft } = await client.drafts.read({ id: head.id })
          editor.current?.replaceStory(draft.story, { undoable: true })
          session.rebase(draft.revision)
        }),
      retry: (entry: string) => attempt(() => client.publish.retry({ entry })),
      drop: ({ id }: EntrySummary) => attempt(() => client.publish.drop({ entry: id })),
      sync: () => attempt(() => client.publish.sync()),
    }
  }, [attempt, client, open, say, searchRef, select, translate])
}

/** Runs an act; a failure that was foreseen is said, any other is a bug and goes to the window. */
function useAttempt() {
  const { translate } = useTexts()
  const say = useSay()
  return useCallback(
    async (act: () => Promise<unknown>) => {
      try {
        await act()
      } catch (error) {
        if (!isRedaksiError(error)) throw error
        say({ words: translate(error.code, error.details) })
      }
    },
    [say, translate],
  )
}

/** Whether the revision on the screen is signed off. */
export function isSignedOff(open: OpenDraft): boolean {
  return getReviewState(open.head) === 'approved'
}

/** The number of words of the open story, counted when it was saved and not at every key. */
export function useWordCount(open: OpenDraft | null, count: (open: OpenDraft) => number): number | null {
  const [words, setWords] = useState<number | null>(null)
  const revision = open?.head.revision
  useEffect(() => setWords(open === null ? null : count(open)), [open, revision, count])
  return words
}
