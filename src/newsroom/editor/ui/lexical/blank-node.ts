import { $create, $setState, createState, TextNode, type EditorConfig, type LexicalNode } from 'lexical'
import { findBlanksIn, formatBlank } from '../../../house/index.ts'

/**
 * A blank of a template in the text. Its text is `{{label}}`, as a story holds it, so that offsets count it as any other
 * text; the caret cannot get into it, and a key typed over it fills it.
 */
export class BlankNode extends TextNode {
  override $config() {
    return this.config('blank', { extends: TextNode })
  }

  override createDOM(config: EditorConfig): HTMLElement {
    return addClass(super.createDOM(config), 'editor-blank')
  }

  getLabel(): string {
    return findBlanksIn(this.getTextContent())[0]?.label ?? ''
  }
}

/** What is being typed into a blank: plain text, kept apart from its neighbours until it is finished. */
export class FillNode extends TextNode {
  override $config() {
    return this.config('fill', { extends: TextNode, stateConfigs: [{ flat: true, stateConfig: labelState }] })
  }

  override createDOM(config: EditorConfig): HTMLElement {
    return addClass(super.createDOM(config), 'editor-fill')
  }
}

/** The label of the blank that is being filled. */
export const labelState = createState('label', { parse: () => '' })

/** Makes a blank. */
export function $createBlankNode(label: string): BlankNode {
  return $create(BlankNode).setTextContent(formatBlank(label)).setMode('token')
}

/** Makes what a blank is being filled with. */
export function $createFillNode(label: string, text: string): FillNode {
  return $setState($create(FillNode), labelState, label).setTextContent(text)
}

/** Whether a node is a blank. */
export function $isBlankNode(node: LexicalNode | null | undefined): node is BlankNode {
  return node instanceof BlankNode
}

/** Whether a node is what a blank is being filled with. */
export function $isFillNode(node: LexicalNode | null | undefined): node is FillNode {
  return node instanceof FillNode
}

function addClass(element: HTMLElement, name: string): HTMLElement {
  element.classList.add(name)
  return element
}
