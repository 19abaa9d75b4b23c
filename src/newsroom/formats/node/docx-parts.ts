import { getXmlAttribute, walkXml, type XmlElement } from './walk-xml.ts'

/** The parts of a Word file that say what its text means. */
export interface DocxMeaning {
  /** What a paragraph of a style is. */
  readonly styles: ReadonlyMap<string, DocxStyle>
  /** Whether a list is counted, by its number and level: `3:0`. */
  readonly ordered: ReadonlyMap<string, boolean>
  /** Addresses outside, by the names that links use. */
  readonly links: ReadonlyMap<string, string>
  readonly properties: ReadonlyMap<string, string>
}

export type DocxRole = 'title' | 'heading' | 'quote' | 'caption' | 'text'

export interface DocxStyle {
  readonly role: DocxRole
  /** The number of the list that its paragraphs are in. */
  readonly list: string | null
  readonly bold: boolean
  readonly italic: boolean
}

/** Reads what a Word file says beside its text. A part that is not there says nothing. */
export function readDocxMeaning(parts: ReadonlyMap<string, Uint8Array>): DocxMeaning {
  return {
    styles: readStyles(parts.get('word/styles.xml')),
    ordered: readNumbering(parts.get('word/numbering.xml')),
    links: readLinks(parts.get('word/_rels/document.xml.rels')),
    properties: readProperties(parts.get('docProps/custom.xml')),
  }
}

/** Whether an on-off element is on: it is, unless it says no. */
export function isSwitchedOn(element: XmlElement): boolean {
  return !['false', '0', 'off'].includes(getXmlAttribute(element, 'val') ?? '')
}

interface StyleSketch {
  based: string | null
  role: DocxRole | null
  list: string | null
  bold: boolean | null
  italic: boolean | null
}

/** By the names that Word gives its own styles in every language (they are English in the file). */
function findRole(name: string): DocxRole | null {
  const plain = name.toLowerCase()
  if (plain === 'title') return 'title'
  if (/^heading \d$/.test(plain)) return 'heading'
  if (plain === 'quote' || plain === 'intense quote') return 'quote'
  return plain === 'caption' ? 'caption' : null
}

function readStyles(bytes: Uint8Array | undefined): ReadonlyMap<string, DocxStyle> {
  const sketches = new Map<string, StyleSketch>()
  let current: StyleSketch | null = null
  visit(bytes, (element) => {
    const { local } = element
    const value = getXmlAttribute(element, 'val')
    if (local === 'style') {
      current = { based: null, role: null, list: null, bold: null, italic: null }
      sketches.set(getXmlAttribute(element, 'styleId') ?? '', current)
    } else if (current === null) return
    else if (local === 'name') current.role = findRole(value ?? '')
    else if (local === 'basedOn') current.based = value
    else if (local === 'outlineLvl' && Number(value) < 9) current.role ??= 'heading'
    else if (local === 'numId') current.list = value
    else if (local === 'b') current.bold = isSwitchedOn(element)
    else if (local === 'i') current.italic = isSwitchedOn(element)
  })
  return new Map([...sketches.keys()].map((id) => [id, resolveStyle(id, sketches)]))
}

/** What a style does not say, the one that it is based on says. */
function resolveStyle(id: string, sketches: ReadonlyMap<string, StyleSketch>): DocxStyle {
  const chain: StyleSketch[] = []
  for (let next = sketches.get(id); next !== undefined && !chain.includes(next);) {
    chain.push(next)
    next = next.based === null ? undefined : sketches.get(next.based)
  }
  const find = <T>(read: (sketch: StyleSketch) => T | null): T | null =>
    chain.map(read).find((value) => value !== null) ?? null
  return {
    role: find(({ role }) => role) ?? 'text',
    list: find(({ list }) => list),
    bold: find(({ bold }) => bold) ?? false,
    italic: find(({ italic }) => italic) ?? false,
  }
}

function readNumbering(bytes: Uint8Array | undefined): ReadonlyMap<string, boolean> {
  const levels = new Map<string, boolean>()
  const ordered = new Map<string, boolean>()
  let [sketch, level, list] = ['', '', '']
  visit(bytes, (element) => {
    const { local } = element
    const value = getXmlAttribute(element, 'val')
    if (local === 'abstractNum') sketch = getXmlAttribute(element, 'abstractNumId') ?? ''
    else if (local === 'lvl') level = getXmlAttribute(element, 'ilvl') ?? ''
    else if (local === 'numFmt') levels.set(`${sketch}:${level}`, value !== 'bullet' && value !== 'none')
    else if (local === 'num') list = getXmlAttribute(element, 'numId') ?? ''
    else if (local === 'abstractNumId' && list !== '') {
      for (const [name, isOrdered] of levels) {
        const [of, at] = name.split(':')
        if (of === value) ordered.set(`${list}:${at}`, isOrdered)
      }
    }
  })
  return ordered
}

function readLinks(bytes: Uint8Array | undefined): ReadonlyMap<string, string> {
  const links = new Map<string, string>()
  visit(bytes, (element) => {
    if (getXmlAttribute(element, 'TargetMode') !== 'External') return
    links.set(getXmlAttribute(element, 'Id') ?? '', getXmlAttribute(element, 'Target') ?? '')
  })
  return links
}

function readProperties(bytes: Uint8Array | undefined): ReadonlyMap<string, string> {
  const properties = new Map<string, string>()
  let name = ''
  if (bytes === undefined) return properties
  walkXml(bytes, {
    open: (element) => {
      if (element.local === 'property') name = getXmlAttribute(element, 'name') ?? ''
    },
    close: () => {},
    text: (text) => {
      if (name !== '' && text.trim() !== '') properties.set(name, (properties.get(name) ?? '') + text)
    },
  })
  return properties
}

function visit(bytes: Uint8Array | undefined, open: (element: XmlElement) => void): void {
  if (bytes !== undefined) walkXml(bytes, { open, close: () => {} })
}
