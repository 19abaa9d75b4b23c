import { useEffect, useState, useSyncExternalStore } from 'react'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { House } from '../../../newsroom/house/index.ts'
import { StoryEditor } from '../../../newsroom/editor/ui/index.ts'
import { InsertPhotoTool } from '../photos/insert-photo-tool.tsx'
import { usePhotosDesk } from '../photos/photos-desk.tsx'
import { useSay } from '../notice.tsx'
import type { OpenDraft } from './use-open-draft.ts'

export interface StoryPageProps {
  readonly open: OpenDraft
  readonly house: House
  readonly isReadOnly: boolean
  /** Keeps the text on the screen as a draft of its own. */
  readonly onCopy: () => void
  /** Puts the newest text in its place; undo brings this one back. */
  readonly onNewest: () => void
}

/** A story to write in. */
export function StoryPage({ open, house, isReadOnly, onCopy, onNewest }: StoryPageProps) {
  const { translate } = useTexts()
  const photos = usePhotosDesk()
  useReturnedWords(open)
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
        photos={photos.inStory}
        tools={<InsertPhotoTool />}
        onChange={() => {
          open.session.noteChange()
          photos.noteChange()
        }}
      />
    </>
  )
}

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
