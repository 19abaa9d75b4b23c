import { Tokenizer, TokenizerMode, type Token } from 'parse5'
import { STORY_CLASS } from '../formats/index.ts'
import { cleanLink } from '../story/index.ts'
import { BodyWriter, type BlockName, type Marks, type Role } from './body-writer.ts'
import { Markup } from './markup.ts'

/**
 * The wall between what was sent and what readers get. It promises that nothing leaves but paragraphs, headings, quotes,
 * lists, line breaks, strong and emphasised text, links that `cleanLink` lets pass, the two roles, and figures of photos
 * that are held here: every tag is written anew, none is copied. Text stays whole, except inside elements that are not
 * text.
 *
 * The body is read as tokens, not as a tree: time grows with its length alone, and no depth exhausts the stack.
 */

/** A body fit to be shown, and the plain texts of its first paragraphs, without dateline and credit line. */
export interface CleanBody {
  readonly html: Markup
  readonly opening: readonly string[]
  /** Every blank is meant: it comes from a writer of ours. */
  readonly isExact: boolean
}

const BLOCKS: Readonly<Record<string, BlockName | undefined>> = {
  p: 'p',
  h1: 'h2',
  h2: 'h2',
  h3: 'h3',
  h4: 'h3',
  h5: 'h3',
  h6: 'h3',
  li: 'li',
  ul: 'ul',
  ol: 'ol',
  blockquote: 'blockquote',
}

/** They part paragraphs, and are nothing else to us. */
const PARTING = new Set(
  'address article aside body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form header hgroup hr html legend main menu nav pre search section summary table tbody td tfoot th thead tr'.split(
    ' ',
  ),
)

/** What stands in them is not the story's text: it goes with them. */
const DROPPED = new Set(
  'applet audio canvas datalist frameset head iframe math noembed noframes noscript object plaintext script select style svg template textarea title video xmp'.split(
    ' ',
  ),
)

/** How the tokenizer must read on after a start tag, as a browser's parser tells it (HTML, 13.2.5.1). */
const MODES: Readonly<Record<string, Tokenizer['state'] | undefined>> = {
  title: TokenizerMode.RCDATA,
  textarea: TokenizerMode.RCDATA,
  style: TokenizerMode.RAWTEXT,
  xmp: TokenizerMode.RAWTEXT,
  iframe: TokenizerMode.RAWTEXT,
  noembed: TokenizerMode.RAWTEXT,
  noframes: TokenizerMode.RAWTEXT,
  script: TokenizerMode.SCRIPT_DATA,
  plaintext: TokenizerMode.PLAINTEXT,
}

/** A figure as it is to stand in a body: its picture, and who took it. */
export interface BodyFigure {
  readonly picture: Markup
  readonly credit: Markup | null
}

const NO_FIGURES: ReadonlyMap<string, BodyFigure> = new Map()

/**
 * Rebuilds a body from its XHTML or HTML. It never throws, whatever it is given. `figures` are those that may stand in
 * it, by the digests that name them; of any other the caption is left, as a paragraph.
 */
export function cleanBody(markup: string, figures: ReadonlyMap<string, BodyFigure> = NO_FIGURES): CleanBody {
  const reader = new BodyReader(figures)
  const tokenizer = new Tokenizer(
    { sourceCodeLocationInfo: false },
    {
      onStartTag: (tag) => {
        const mode = MODES[tag.tagName]
        if (mode !== undefined && !tag.selfClosing) tokenizer.state = mode
        reader.start(tag)
      },
      onEndTag: (tag) => reader.end(tag.tagName),
      onCharacter: (token) => reader.text(token.chars),
      onWhitespaceCharacter: (token) => reader.text(token.chars),
      onNullCharacter: () => undefined,
      onComment: () => undefined,
      onDoctype: () => undefined,
      onEof: () => undefined,
    },
  )
  // XHTML may hold CDATA sections; elsewhere HTML's parser would drop their text as a comment.
  tokenizer.inForeignNode = true
  tokenizer.write(markup, true)
  return reader.finish()
}

/** Counts what is open of the source's own marks, and tells the writer. */
class BodyReader {
  readonly #writer = new BodyWriter()
  /** For each open span the role that holds in it. */
  readonly #spans: (Role | null)[] = []
  #strong = 0
  #em = 0
  #link: string | null = null
  /** The dropped element we are in, and how many of the same name are open. */
  #dropped: { readonly name: string; depth: number } | null = null
  /** Containers that the writer refused: their end tags close nothing. */
  #refused = 0
  #isExact = false
  readonly #figures: ReadonlyMap<string, BodyFigure>
  /** The figure that we are in, which holds a caption and nothing else. */
  #figure: BodyFigure | null = null

  constructor(figures: ReadonlyMap<string, BodyFigure>) {
    this.#figures = figures
  }

  start(tag: Token.TagToken): void {
    const name = tag.tagName
    if (this.#dropped !== null) {
      if (this.#dropped.name === name && !tag.selfClosing) this.#dropped.depth += 1
      return
    }
    if (DROPPED.has(name)) {
      if (!tag.selfClosing) this.#dropped = { name, depth: 1 }
      return
    }
    const block = this.#figure === null ? BLOCKS[name] : undefined
    if (name === 'figure') this.#startFigure(tag)
    else if (block !== undefined) this.#startBlock(block, tag)
    else if (PARTING.has(name)) this.#startParting(tag)
    else if (name === 'br') this.#writer.break()
    else if (!tag.selfClosing) this.#startMark(name, tag)
  }

  end(name: string): void {
    if (this.#dropped !== null) {
      if (this.#dropped.name === name) this.#dropped.depth -= 1
      if (this.#dropped.depth === 0) this.#dropped = null
      return
    }
    const block = this.#figure === null ? BLOCKS[name] : undefined
    if (name === 'figure') this.#endFigure()
    else if (block !== undefined) this.#endBlock(block)
    else if (PARTING.has(name)) this.#writer.closeParagraph()
    else this.#endMark(name)
  }

  text(chars: string): void {
    if (this.#dropped === null) this.#writer.text(chars, this.#marks())
  }

  finish(): CleanBody {
    this.#endFigure()
    const { html, opening } = this.#writer.end()
    return { html: new Markup(html), opening, isExact: this.#isExact }
  }

  #startFigure(tag: Token.TagToken): void {
    this.#endFigure()
    this.#writer.closeParagraph()
    this.#figure = this.#figures.get(readAttribute(tag, 'data-photo')) ?? null
    if (this.#figure !== null) this.#writer.startFigure(this.#figure.picture)
  }

  #endFigure(): void {
    if (this.#figure === null) return this.#writer.closeParagraph()
    this.#writer.endFigure(this.#figure.credit)
    this.#figure = null
  }

  #startBlock(block: BlockName, tag: Token.TagToken): void {
    if (!this.#writer.open(block, block === 'p' ? readRole(tag) : null))
      this.#refused += tag.selfClosing ? 0 : 1
    else if (tag.selfClosing) this.#writer.close(block)
  }

  #startParting(tag: Token.TagToken): void {
    this.#isExact ||= readClasses(tag).includes(STORY_CLASS)
    this.#writer.closeParagraph()
  }

  #endBlock(block: BlockName): void {
    if (block === 'p' || block === 'h2' || block === 'h3') this.#writer.closeParagraph()
    else if (block !== 'li' && this.#refused > 0) this.#refused -= 1
    else this.#writer.close(block)
  }

  #startMark(name: string, tag: Token.TagToken): void {
    if (name === 'strong' || name === 'b') this.#strong += 1
    else if (name === 'em' || name === 'i') this.#em += 1
    else if (name === 'a') this.#link = cleanLink(readAttribute(tag, 'href'))
    else if (name === 'span') this.#spans.push(readRole(tag) ?? this.#spans.at(-1) ?? null)
  }

  #endMark(name: string): void {
    if (name === 'strong' || name === 'b') this.#strong = Math.max(0, this.#strong - 1)
    else if (name === 'em' || name === 'i') this.#em = Math.max(0, this.#em - 1)
    else if (name === 'a') this.#link = null
    else if (name === 'span') this.#spans.pop()
  }

  #marks(): Marks {
    return { link: this.#link, role: this.#spans.at(-1) ?? null, strong: this.#strong > 0, em: this.#em > 0 }
  }
}

function readAttribute(tag: Token.TagToken, name: string): string {
  return tag.attrs.find((attribute) => attribute.name === name)?.value ?? ''
}

function readRole(tag: Token.TagToken): Role | null {
  const classes = readClasses(tag)
  return (['dateline', 'credit'] as const).find((role) => classes.includes(role)) ?? null
}

function readClasses(tag: Token.TagToken): readonly string[] {
  return readAttribute(tag, 'class').split(/[ \t\r\n\f]+/)
}
