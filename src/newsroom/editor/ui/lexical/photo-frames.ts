import { $getNearestNodeFromDOMNode, $getNodeByKey, $getState, type LexicalEditor } from 'lexical'
import { parseBlockId } from '../../../story/index.ts'
import type { ShownPhoto, StoryPhotos } from '../story-photos.ts'
import { $findBlock } from './blocks.ts'
import { $isPhotoNode, PhotoNode } from './photo-node.ts'
import { blockIdState, photoState } from './states.ts'

/**
 * Fills the frames of photo blocks with their pictures. The pictures are no part of the document: it knows a photo by its
 * name, and whatever comes into a frame changes neither text nor history.
 */
export function followPhotoFrames(
  editor: LexicalEditor,
  photos: Pick<StoryPhotos, 'show' | 'subscribe'>,
): () => void {
  const figures = new Map<string, { readonly figure: HTMLElement; readonly photo: string }>()

  async function fill(key: string): Promise<void> {
    const wanted = figures.get(key)
    if (wanted === undefined) return
    const shown = await photos.show(wanted.photo)
    if (figures.get(key) === wanted) fillFigure(wanted.figure, shown)
  }

  const stops = [
    editor.registerMutationListener(PhotoNode, (changes) => {
      for (const [key, change] of changes) {
        const figure = change === 'destroyed' ? null : editor.getElementByKey(key)
        if (figure === null) figures.delete(key)
        // A figure that was touched keeps its picture; one that was made anew has an empty frame.
        else if (figures.get(key)?.figure !== figure) {
          figures.set(key, { figure, photo: readPhoto(editor, key) })
          void fill(key).catch(reportError)
        }
      }
    }),
    photos.subscribe((photo) => {
      for (const [key, each] of figures) if (each.photo === photo) void fill(key).catch(reportError)
    }),
  ]
  return () => stops.forEach((stop) => stop())
}

/** Hears of a picture that is pointed at. Its place in the text is left as it is. */
export function followPhotoPicks(
  root: HTMLElement,
  editor: LexicalEditor,
  onPick: StoryPhotos['onPick'],
): () => void {
  const handle = (event: MouseEvent) => {
    const frame = event.target instanceof Element ? event.target.closest('.story-photo-frame') : null
    if (frame === null) return
    const id = editor.read(() => {
      const block = $findBlock($getNearestNodeFromDOMNode(frame))
      return $isPhotoNode(block) ? $getState(block, blockIdState) : null
    })
    if (id !== null) onPick(parseBlockId(id))
  }
  root.addEventListener('click', handle)
  return () => root.removeEventListener('click', handle)
}

function readPhoto(editor: LexicalEditor, key: string): string {
  return editor.getEditorState().read(() => {
    const node = $getNodeByKey(key)
    return $isPhotoNode(node) ? $getState(node, photoState) : ''
  })
}

function fillFigure(figure: HTMLElement, shown: ShownPhoto | null): void {
  const frame = figure.querySelector<HTMLElement>('.story-photo-frame')
  const credit = figure.querySelector<HTMLElement>('.story-photo-credit')
  if (frame === null || credit === null) return
  credit.textContent = shown?.credit ?? ''
  frame.toggleAttribute('data-missing', shown === null)
  frame.style.aspectRatio = shown === null ? '' : String(shown.aspect ?? shown.width / shown.height)
  frame.replaceChildren(...(shown === null ? [] : [createPicture(shown), ...createLabel(shown.label)]))
}

function createPicture({ source, width, height, focus }: ShownPhoto): HTMLImageElement {
  const picture = new Image(width, height)
  picture.src = source
  // The frame says what is seen.
  picture.alt = ''
  picture.draggable = false
  picture.style.objectPosition = `${focus.x * 100}% ${focus.y * 100}%`
  return picture
}

function createLabel(words: string): readonly HTMLElement[] {
  if (words === '') return []
  const label = document.createElement('span')
  label.className = 'story-photo-label'
  label.textContent = words
  return [label]
}
