import {
  $createParagraphNode,
  $getState,
  $setState,
  ElementNode,
  isHTMLElement,
  setDOMUnmanaged,
  type ElementDOMSlot,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from 'lexical'
import { altState, photoState } from './states.ts'

/** A photo in the story: a frame for its picture, its caption, which is written in place, and a line for its credit. */
export class PhotoNode extends ElementNode {
  override $config() {
    return this.config('photo', {
      extends: ElementNode,
      stateConfigs: [
        { flat: true, stateConfig: photoState },
        { flat: true, stateConfig: altState },
      ],
    })
  }

  override createDOM(): HTMLElement {
    const figure = document.createElement('figure')
    figure.className = 'story-photo'
    const frame = document.createElement('div')
    frame.className = 'story-photo-frame'
    frame.contentEditable = 'false'
    const alt = $getState(this, altState)
    // Without words it is nothing to who cannot see it: the Photos tab says that they are missing.
    if (alt !== '') frame.role = 'img'
    if (alt !== '') frame.ariaLabel = alt
    const credit = document.createElement('p')
    credit.className = 'story-photo-credit'
    credit.contentEditable = 'false'
    // Whatever comes into them is not the document's: Lexical would take it out again.
    for (const each of [frame, credit]) setDOMUnmanaged(each)
    figure.append(frame, document.createElement('figcaption'), credit)
    return figure
  }

  override updateDOM(previous: this): boolean {
    return $getState(previous, altState, 'direct') !== $getState(this, altState)
  }

  override getDOMSlot(figure: HTMLElement): ElementDOMSlot {
    const caption = figure.querySelector('figcaption')
    return isHTMLElement(caption) ? super.getDOMSlot(figure).withElement(caption) : super.getDOMSlot(figure)
  }

  override insertNewAfter(_selection: RangeSelection, restoreSelection?: boolean): ParagraphNode {
    const paragraph = $createParagraphNode()
    this.insertAfter(paragraph, restoreSelection)
    return paragraph
  }

  override collapseAtStart(): boolean {
    return true
  }

  override canIndent(): boolean {
    return false
  }
}

/** Makes a photo block. */
export function $createPhotoNode(photo: string, alt: string): PhotoNode {
  return $setState($setState(new PhotoNode(), photoState, photo), altState, alt)
}

/** Whether a node is a photo block. */
export function $isPhotoNode(node: LexicalNode | null | undefined): node is PhotoNode {
  return node instanceof PhotoNode
}
