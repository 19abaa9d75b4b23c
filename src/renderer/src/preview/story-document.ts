import { parseInert } from '../../../base/ui/inert.ts'
import { findBlanksIn } from '../../../newsroom/house/index.ts'
import type { Story } from '../../../newsroom/story/index.ts'
import { renderStory, type RenderContext } from './render-story.ts'

/**
 * The page of a story as a document, to be shown or printed. Beside what the site has, blanks that are still to be filled
 * stand out by their names; without the way into the page, and the address that it does not have yet.
 */
export function createStoryDocument(story: Story, context: RenderContext): Document {
  const page = parseInert(renderStory(story, context))
  for (const each of page.querySelectorAll('.skip, .addr')) each.remove()
  for (const part of page.querySelectorAll('h1, .text')) markBlanks(part)
  cutPictures(page, context.photos)
  return page
}

function markBlanks(part: Element): void {
  const walker = part.ownerDocument.createTreeWalker(part, NodeFilter.SHOW_TEXT)
  const texts: Text[] = []
  while (walker.nextNode() !== null) if (walker.currentNode instanceof Text) texts.push(walker.currentNode)
  for (const text of texts) {
    // From the end: what comes before stays where it is.
    for (const { label, start, end } of findBlanksIn(text.data).toReversed()) {
      const mark = part.ownerDocument.createElement('mark')
      mark.className = 'isian'
      mark.textContent = label
      const blank = text.splitText(start)
      blank.splitText(end - start)
      blank.replaceWith(mark)
    }
  }
}

/** Previews are whole; the copies that leave are cut to their shape. */
function cutPictures(page: Document, photos: RenderContext['photos']): void {
  const shown = new Map([...photos.values()].map((photo) => [photo.preview.source, photo.record.focus]))
  for (const picture of page.querySelectorAll('img')) {
    const focus = shown.get(picture.getAttribute('src') ?? '')
    if (focus === undefined) continue
    picture.style.aspectRatio = `${picture.getAttribute('width')} / ${picture.getAttribute('height')}`
    picture.style.objectFit = 'cover'
    picture.style.objectPosition = `${focus.x * 100}% ${focus.y * 100}%`
  }
}
