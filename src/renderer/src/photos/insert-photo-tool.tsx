import { ImagePlus } from 'lucide-react'
import { useRef } from 'react'
import { useTexts } from '../../../base/ui/texts.tsx'
import { usePhotosDesk } from './photos-desk.tsx'

/** The tool that puts photos into the text. A click leaves the caret where it is: that is where they go. */
export function InsertPhotoTool() {
  const { translate } = useTexts()
  const { addFiles } = usePhotosDesk()
  const input = useRef<HTMLInputElement>(null)
  const label = translate('photos.insert')
  return (
    <>
      <button
        type="button"
        className="editor-tool"
        aria-label={label}
        title={label}
        onMouseDown={(event) => event.preventDefault()}
        onClick={() => input.current?.click()}
      >
        <ImagePlus size={16} strokeWidth={1.6} aria-hidden />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png,image/webp,image/avif,image/heic"
        onChange={(event) => {
          addFiles([...(event.target.files ?? [])])
          event.target.value = ''
        }}
      />
    </>
  )
}
