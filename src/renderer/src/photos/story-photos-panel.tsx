import { useCallback } from 'react'
import { isRedaksiError } from '../../../base/errors.ts'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { AppClient } from '../../../bridge/index.ts'
import { PhotosPanel } from '../../../newsroom/photos/ui/index.ts'
import { useSay } from '../notice.tsx'
import type { OpenDraft } from '../page/use-open-draft.ts'
import { usePhotosDesk } from './photos-desk.tsx'

/** The Photos tab over the open story. */
export function StoryPhotosPanel(props: {
  readonly client: AppClient
  readonly open: OpenDraft
  readonly isReadOnly: boolean
}) {
  const { client, open, isReadOnly } = props
  const { translate } = useTexts()
  const say = useSay()
  const { previews, imports, blocks, chosen, choose, addFiles } = usePhotosDesk()
  const fail = useCallback(
    (error: unknown) => {
      if (!isRedaksiError(error)) throw error
      say({ words: translate(error.code, error.details) })
    },
    [say, translate],
  )
  return (
    <PhotosPanel
      client={client}
      previews={previews}
      imports={imports}
      photos={blocks}
      chosen={chosen}
      isReadOnly={isReadOnly}
      onChoose={choose}
      onFiles={addFiles}
      onWords={(id, words) => open.editor.current?.changePhoto(id, words)}
      onMove={(id, move) => open.editor.current?.movePhoto(id, move)}
      onRemove={(id) => open.editor.current?.removePhoto(id)}
      onFailure={fail}
    />
  )
}
