import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { AppClient } from '../../../bridge/index.ts'
import type { StoryPhotos } from '../../../newsroom/editor/ui/index.ts'
import { listPhotoBlocks } from '../../../newsroom/photos/index.ts'
import {
  createPhotoPreviews,
  PhotoImports,
  type PhotoPreviews,
  type PutBlob,
} from '../../../newsroom/photos/ui/index.ts'
import type { BlockId } from '../../../newsroom/story/index.ts'
import { useSay } from '../notice.tsx'
import type { OpenDraft } from '../page/use-open-draft.ts'
import type { Places } from '../places.ts'
import { showPhoto } from './show-photo.ts'

/** Photos at the desk: what the page shows of them, what is on its way, and which one is looked at. */
export interface PhotosDesk {
  readonly previews: PhotoPreviews
  readonly imports: PhotoImports
  /** The open story's photos, in their order. */
  readonly blocks: ReturnType<typeof listPhotoBlocks>
  readonly chosen: BlockId | null
  readonly choose: (id: BlockId) => void
  /** Takes files in and puts them into the open story, where the caret is. */
  readonly addFiles: (files: readonly File[]) => void
  /** Takes PDFs in and attaches them to the open story. */
  readonly attach: (files: readonly File[]) => void
  readonly putBlob: PutBlob
  /** What the editor works with. */
  readonly inStory: StoryPhotos
  /** Hears that the text has changed; cheap. */
  readonly noteChange: () => void
}

export interface PhotosProviderProps {
  readonly client: AppClient
  readonly putBlob: PutBlob
  readonly open: OpenDraft | null
  readonly places: Pick<Places, 'showTab'>
  readonly children: ReactNode
}

const PhotosContext = createContext<PhotosDesk | null>(null)

/** The photos at the desk. */
export function usePhotosDesk(): PhotosDesk {
  const desk = use(PhotosContext)
  if (desk === null) throw new Error('photos are shown within their provider')
  return desk
}

/** Gives everything inside the photos of the open story. */
export function PhotosProvider({ client, putBlob, open, places, children }: PhotosProviderProps) {
  const { translate } = useTexts()
  const previews = useMemo(() => createPhotoPreviews(client), [client])
  const imports = useMemo(() => new PhotoImports(client, putBlob), [client, putBlob])
  const [chosen, setChosen] = useState<BlockId | null>(null)
  const { blocks, noteChange } = useStoryPhotos(open)
  const choose = useCallback(
    (id: BlockId) => {
      setChosen(id)
      places.showTab('photos')
    },
    [places],
  )
  const attach = useAttach(client, putBlob, open, places)
  const addPhotos = useAddFiles(imports, open, places, setChosen)
  const addFiles = useCallback(
    (files: readonly File[]) => {
      const [pdfs, others] = [files.filter(isPdf), files.filter((file) => !isPdf(file))]
      if (pdfs.length > 0) attach(pdfs)
      if (others.length > 0) addPhotos(others)
    },
    [attach, addPhotos],
  )
  const show = useCallback((photo: string) => showPhoto(previews, photo, translate), [previews, translate])
  const desk = useMemo<PhotosDesk>(() => {
    const inStory = { show, subscribe: previews.subscribe, onFiles: addFiles, onPick: choose }
    return { previews, imports, blocks, chosen, choose, addFiles, attach, putBlob, inStory, noteChange }
  }, [previews, imports, blocks, chosen, choose, addFiles, attach, putBlob, show, noteChange])
  return <PhotosContext value={desk}>{children}</PhotosContext>
}

/** Takes files in, and puts what was taken into the story that was open then. */
function useAddFiles(
  imports: PhotoImports,
  open: OpenDraft | null,
  places: PhotosProviderProps['places'],
  onAdded: (id: BlockId) => void,
): PhotosDesk['addFiles'] {
  const { translate } = useTexts()
  const say = useSay()
  return useCallback(
    (files) => {
      const add = async () => {
        const taken = await imports.add(files)
        if (taken.length === 0 || open === null) return
        const { current: editor } = open.editor
        if (editor === null) return say({ words: translate('photos.closed', { count: taken.length }) })
        editor.insertPhotos(taken.map(({ id, alt, caption }) => ({ photo: id, alt, caption })))
        const added = listPhotoBlocks(editor.getStory()).findLast(({ photo }) => photo === taken.at(-1)?.id)
        if (added !== undefined) onAdded(added.id)
      }
      places.showTab('photos')
      add().catch(reportError)
    },
    [imports, open, places, say, translate, onAdded],
  )
}

/** What a file calls itself decides where it is looked at; what it is, its bytes say. */
function isPdf({ name, type }: File): boolean {
  return type === 'application/pdf' || /\.pdf$/i.test(name)
}

/** What attaching needs is fetched when the first PDF comes. */
function useAttach(
  client: AppClient,
  putBlob: PutBlob,
  open: OpenDraft | null,
  places: PhotosProviderProps['places'],
): PhotosDesk['attach'] {
  const { translate } = useTexts()
  const say = useSay()
  return useCallback(
    (files) => {
      places.showTab('details')
      import('../attachments/attach-files.ts')
        .then(({ attachFiles }) => attachFiles(files, { client, putBlob, open, say, translate }))
        .catch(reportError)
    },
    [client, putBlob, open, places, say, translate],
  )
}

/** How soon after a key the list of photos is looked at again, in milliseconds. */
const SOON = 150

function useStoryPhotos(open: OpenDraft | null): Pick<PhotosDesk, 'blocks' | 'noteChange'> {
  const [blocks, setBlocks] = useState<PhotosDesk['blocks']>([])
  const read = useCallback(() => {
    const found = open === null ? [] : listPhotoBlocks(open.editor.current?.getStory() ?? open.draft.story)
    setBlocks((before) => (isSame(before, found) ? before : found))
  }, [open])
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  useEffect(() => {
    read()
    return () => {
      if (timer.current !== null) clearTimeout(timer.current)
      timer.current = null
    }
  }, [read])
  const noteChange = useCallback(() => {
    if (timer.current !== null) return
    timer.current = setTimeout(() => {
      timer.current = null
      read()
    }, SOON)
  }, [read])
  return { blocks, noteChange }
}

/** Blocks that nobody touched are the same objects from one story to the next. */
function isSame(a: PhotosDesk['blocks'], b: PhotosDesk['blocks']): boolean {
  return a.length === b.length && a.every((block, i) => block === b[i])
}
