import { escapeAttribute, escapeText } from '../formats/index.ts'
import type { Markup } from './markup.ts'

/** The elements that hold others. A story's body is made of these and of marked text, and of nothing else. */
export type BlockName = 'p' | 'h2' | 'h3' | 'li' | 'ul' | 'ol' | 'blockquote' | 'figcaption'

/** What the house prints in its own form, told apart by a class. */
export type Role = 'dateline' | 'credit'

/** How a stretch of text is marked. At most one of each: nothing is gained by two. */
export interface Marks {
  readonly link: string | null
  readonly role: Role | null
  readonly strong: boolean
  readonly em: boolean
}

interface OpenBlock {
  readonly name: BlockName
  readonly role: Role | null
  /** Whether its start tag was written: that waits for the first text, so that nothing empty is left. */
  written: boolean
}

/** Lists in lists beyond this depth join the one they stand in. */
const DEPTH = 8
/** How many of its first paragraphs a front page may want. */
const OPENING = 4
const PLAIN: Marks = { link: null, role: null, strong: false, em: false }

/**
 * Writes a body of blocks and marked text, whatever order it is told in: every tag is one of its own, is closed where
 * it must be, and stands where HTML allows it. Each call takes a time that does not grow with what was written before.
 */
export class BodyWriter {
  readonly #open: OpenBlock[] = []
  #marks: Marks = PLAIN
  #html: string[] = []
  /** Blanks and breaks at the beginning of a block that has no text yet. */
  #waiting = ''
  #paragraph = ''
  readonly #opening: string[] = []
  #isOpeningDone = false

  /**
   * Opens a block where it may stand: what cannot hold it is closed, and a list gets its item, an item its list.
   * False when it was not opened, because it would stand too deep.
   */
  open(name: BlockName, role: Role | null = null): boolean {
    this.closeParagraph()
    if (name === 'li' && this.#isIn('li')) this.#pop()
    if (name === 'li' && !this.#isIn('ul', 'ol')) this.#push('ul')
    if (name !== 'li' && this.#isIn('ul', 'ol')) this.#push('li')
    const isContainer = name === 'ul' || name === 'ol' || name === 'blockquote'
    if (isContainer && this.#open.length >= DEPTH) return false
    this.#push(name, role)
    return true
  }

  /** Begins a figure, which stands by itself, with its picture. Until it is ended, text is its caption. */
  startFigure(picture: Markup): void {
    while (this.#open.length > 0) this.#pop()
    this.#html.push('<figure>', picture.text)
    this.#push('figcaption')
  }

  /** Ends a figure; the credit stands behind the caption, or in its place. */
  endFigure(credit: Markup | null): void {
    if (credit !== null) {
      const isAlone = this.#open.at(-1)?.written !== true
      this.#enterText()
      this.#unmark()
      this.#html.push(isAlone ? '' : ' ', credit.text)
    }
    while (this.#open.length > 0) this.#pop()
    this.#html.push('</figure>')
  }

  /** Closes a block and all that stands in it; one that is not open is left alone. */
  close(name: BlockName): void {
    const at = this.#open.findLastIndex((block) => block.name === name)
    while (at >= 0 && this.#open.length > at) this.#pop()
  }

  /** Closes a paragraph or heading, if one is open. */
  closeParagraph(): void {
    if (this.#isIn('p', 'h2', 'h3')) this.#pop()
  }

  /** Writes text. Blanks between blocks are layout, not text, and are left out. */
  text(text: string, marks: Marks): void {
    const isBlank = /^[ \t\r\n\f]*$/.test(text)
    if (isBlank && !this.#isIn('p', 'h2', 'h3', 'li', 'figcaption')) return
    if (isBlank && this.#open.at(-1)?.written !== true) {
      this.#waiting += escapeText(text)
      return
    }
    this.#enterText()
    this.#mark(marks)
    this.#html.push(escapeText(text))
    if (marks.role === null) this.#note(text)
  }

  /** Writes a line break, where there is text to break. */
  break(): void {
    if (!this.#isIn('p', 'h2', 'h3', 'li', 'figcaption')) return
    if (this.#open.at(-1)?.written === true) this.#html.push('<br />')
    else this.#waiting += '<br />'
    this.#note(' ')
  }

  /** Closes what is open, and gives the body and the texts of its first paragraphs, what has a role left out. */
  end(): { readonly html: string; readonly opening: readonly string[] } {
    while (this.#open.length > 0) this.#pop()
    return { html: this.#html.join(''), opening: this.#opening }
  }

  #note(text: string): void {
    if (this.#opening.length < OPENING && this.#open[0]?.name === 'p') this.#paragraph += text
  }

  #enterText(): void {
    const waiting = this.#waiting
    if (this.#isIn('ul', 'ol')) this.#push('li')
    else if (this.#isIn('blockquote') || this.#open.length === 0) this.#push('p')
    for (const block of this.#open) {
      if (block.written) continue
      block.written = true
      this.#html.push(block.role === null ? `<${block.name}>` : `<${block.name} class="${block.role}">`)
    }
    this.#html.push(waiting)
    this.#waiting = ''
  }

  #mark(marks: Marks): void {
    const now = this.#marks
    if (
      now.link === marks.link &&
      now.role === marks.role &&
      now.strong === marks.strong &&
      now.em === marks.em
    )
      return
    this.#unmark()
    if (marks.link !== null) this.#html.push(`<a href="${escapeAttribute(marks.link)}" rel="noopener">`)
    if (marks.role !== null) this.#html.push(`<span class="${marks.role}">`)
    if (marks.strong) this.#html.push('<strong>')
    if (marks.em) this.#html.push('<em>')
    this.#marks = marks
  }

  #unmark(): void {
    const { link, role, strong, em } = this.#marks
    if (em) this.#html.push('</em>')
    if (strong) this.#html.push('</strong>')
    if (role !== null) this.#html.push('</span>')
    if (link !== null) this.#html.push('</a>')
    this.#marks = PLAIN
  }

  #isIn(...names: readonly BlockName[]): boolean {
    const top = this.#open.at(-1)
    return top !== undefined && names.includes(top.name)
  }

  #push(name: BlockName, role: Role | null = null): void {
    this.#unmark()
    this.#waiting = ''
    this.#open.push({ name, role, written: false })
  }

  #pop(): void {
    this.#unmark()
    this.#waiting = ''
    const block = this.#open.pop()
    if (block?.written !== true) return
    this.#html.push(`</${block.name}>`)
    // What stands after a list or a heading cannot be read without it.
    if (block.name !== 'p' && block.name !== 'figcaption' && this.#open.length === 0)
      this.#isOpeningDone = true
    if (this.#isOpeningDone || block.name !== 'p') return
    const text = this.#paragraph.replace(/[ \t\r\n\f]+/g, ' ').trim()
    if (text !== '') this.#opening.push(text)
    this.#paragraph = ''
  }
}
