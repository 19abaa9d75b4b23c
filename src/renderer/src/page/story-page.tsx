import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { AppClient } from '../../../bridge/index.ts'
import type { DraftStatus } from '../../../newsroom/drafts/index.ts'
import type { StoryHelp } from '../../../newsroom/editor/index.ts'
import { getOfficeDay } from '../../../newsroom/formats/index.ts'
import { getTypography, type House, type StaffMember } from '../../../newsroom/house/index.ts'
import { useLastUsed } from '../../../newsroom/house/ui/index.ts'
import { StoryEditor } from '../../../newsroom/editor/ui/index.ts'
import { InsertPhotoTool } from '../photos/insert-photo-tool.tsx'
import { usePhotosDesk } from '../photos/photos-desk.tsx'
import { useWritingView } from '../view/writing-view.ts'
import { useSay } from '../notice.tsx'
import { isTypingSigns } from '../typing.ts'
import type { OpenDraft } from './use-open-draft.ts'

export interface StoryPageProps {
  readonly client: AppClient
  readonly open: OpenDraft
  readonly house: House
  readonly isReadOnly: boolean
  /** Puts somebody into the staff directory. */
  readonly onAddStaff: (member: StaffMember) => void
  /** Keeps the text on the screen as a draft of its own. */
  readonly onCopy: () => void
  /** Puts the newest text in its place; undo brings this one back. */
  readonly onNewest: () => void
}

/** A story to write in. */
export function StoryPage(props: StoryPageProps) {
  const { open, house, isReadOnly, onCopy, onNewest } = props
  const { translate } = useTexts()
  const help = useHelp(props)
  const photos = usePhotosDesk()
  const style = useWritingView()
  const say = useSay()
  useReturnedWords(open)
  useFirstStop(open)
  return (
    <>
      <Refusal open={open} onCopy={onCopy} onNewest={onNewest} />
      <StoryEditor
        key={open.draft.id}
        ref={open.editor}
        story={open.draft.story}
        house={house}
        translate={translate}
        isReadOnly={isReadOnly}
        help={help}
        photos={photos.inStory}
        style={style}
        onMoved={(moved) => say({ words: translate('view.block-moved', { ...moved }) })}
        tools={<InsertPhotoTool />}
        onChange={() => {
          open.session.noteChange()
          photos.noteChange()
        }}
      />
    </>
  )
}

/** The states of a story whose address nobody outside can know. */
const UNPUBLISHED: readonly DraftStatus[] = ['draft', 'in-review', 'approved', 'trashed']

/** What helps to fill in the story: the house's day, and what was used last. */
function useHelp({ client, open, house, isReadOnly, onAddStaff }: StoryPageProps): StoryHelp {
  const [lastUsed, note] = useLastUsed(client)
  const { template } = open.draft
  const { zone } = house.organisation
  const keepsSlug = !UNPUBLISHED.includes(open.status)
  const latest = useRef(onAddStaff)
  useEffect(() => void (latest.current = onAddStaff))
  return useMemo(
    () => ({
      template,
      lastUsed,
      keepsSlug,
      getTypography: () => (isTypingSigns() ? getTypography(house) : null),
      getToday: () => getOfficeDay(new Date().toISOString(), zone),
      onUse: (use) => (isReadOnly ? undefined : note(use)),
      onAddStaff: (member) => latest.current(member),
    }),
    [template, lastUsed, keepsSlug, note, zone, isReadOnly, house],
  )
}

/** A story that has just been started begins at its headline, from a template at its first blank. */
function useFirstStop({ draft, editor }: OpenDraft): void {
  const { id, revision, template, story } = draft
  useEffect(() => {
    // Who walks through the list stays in it.
    if (revision !== 1 || isInList(document.activeElement)) return
    if (template !== undefined) editor.current?.focusBlank()
    else if (story.headline === '') editor.current?.focusHeadline()
    // Once for a draft: another revision of it comes with typing.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [id])
}

const isInList = (focused: Element | null): boolean => (focused?.closest('[role=listbox]') ?? null) !== null

/** Somebody saved in between: both texts are there, and a person says which one goes on. */
function Refusal({ open, onCopy, onNewest }: Pick<StoryPageProps, 'open' | 'onCopy' | 'onNewest'>) {
  const { translate } = useTexts()
  const { session } = open
  const state = useSyncExternalStore(session.subscribe, session.getState)
  if (state.kind !== 'refused') return null
  return (
    <div className="banner" role="alert">
      <p>
        <b>{translate('save.refused')}</b> {translate('save.refused.help')}
      </p>
      <Button look="line" isSmall onPress={onCopy}>
        {translate('save.refused.copy')}
      </Button>
      <Button isSmall onPress={onNewest}>
        {translate('save.refused.newest')}
      </Button>
    </div>
  )
}

/** Says once what became of a text that had not been saved. */
function useReturnedWords({ returned, session }: OpenDraft): void {
  const { translate } = useTexts()
  const say = useSay()
  const [said, setSaid] = useState<unknown>(null)
  useEffect(() => {
    if (returned === 'nothing' || said === session) return
    setSaid(session)
    say({ words: translate(returned === 'returned' ? 'save.returned' : 'save.copied') })
  }, [returned, session, said, say, translate])
}
