import { inflateSync } from 'node:zlib'

/**
 * The text that a PDF of Chromium shows, without any blanks, in the order in which it is painted: enough to see what is
 * printed and what is not. It knows no other program's files.
 */
export function readPdfText(bytes: Buffer): string {
  const objects = readObjects(bytes)
  const maps = new Map<string, GlyphMap>()
  for (const { head } of objects.values()) {
    for (const [, name = '', font = ''] of head.matchAll(/\/(F\d+) (\d+) 0 R/g)) {
      const [, told = ''] = /\/ToUnicode (\d+) 0 R/.exec(objects.get(font)?.head ?? '') ?? []
      maps.set(name, readGlyphMap(objects.get(told)?.body ?? ''))
    }
  }
  const pages = [...objects.values()].filter(({ body }) => /\bTj\b/.test(body))
  return pages.map(({ body }) => readPage(body, maps)).join('')
}

/** How many pages a PDF of Chromium has. */
export function countPdfPages(bytes: Buffer): number {
  return [...readObjects(bytes).values()].filter(({ head }) => /\/Type \/Page\b/.test(head)).length
}

/** Whether a PDF shows a picture. */
export function hasPdfPicture(bytes: Buffer): boolean {
  return [...readObjects(bytes).values()].some(({ head }) => /\/Subtype \/Image/.test(head))
}

interface PdfObject {
  readonly head: string
  readonly body: string
}

function readObjects(bytes: Buffer): ReadonlyMap<string, PdfObject> {
  const text = bytes.toString('latin1')
  const objects = new Map<string, PdfObject>()
  for (const found of text.matchAll(/(\d+) 0 obj\n(.*?)\n?(?:endobj|stream\n)/gs)) {
    const [whole, number = '', head = ''] = found
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0)
    const start = found.index + whole.length
    const isText = whole.endsWith('stream\n') && head.includes('/FlateDecode') && !head.includes('/Image')
    const body = isText ? inflateSync(bytes.subarray(start, start + length)).toString('latin1') : ''
    objects.set(number, { head, body })
  }
  return objects
}

interface GlyphMap {
  /** How many hex digits name a glyph. */
  readonly digits: number
  readonly letters: ReadonlyMap<number, string>
}

function readGlyphMap(cmap: string): GlyphMap {
  const letters = new Map<number, string>()
  for (const [, part = ''] of cmap.matchAll(/beginbfchar\n(.*?)endbfchar/gs)) {
    for (const [, glyph = '', letter = ''] of part.matchAll(/<(\w+)> <(\w+)>/g))
      letters.set(parseInt(glyph, 16), readUtf16(letter))
  }
  for (const [, part = ''] of cmap.matchAll(/beginbfrange\n(.*?)endbfrange/gs)) {
    for (const [, from = '', to = '', first = ''] of part.matchAll(/<(\w+)> <(\w+)> <(\w+)>/g)) {
      for (let glyph = parseInt(from, 16); glyph <= parseInt(to, 16); glyph += 1)
        letters.set(glyph, String.fromCodePoint(parseInt(first, 16) + glyph - parseInt(from, 16)))
    }
  }
  return { digits: /begincodespacerange\n<(\w+)>/.exec(cmap)?.[1]?.length ?? 4, letters }
}

function readUtf16(hex: string): string {
  return Buffer.from(hex, 'hex').swap16().toString('utf16le')
}

function readPage(content: string, maps: ReadonlyMap<string, GlyphMap>): string {
  let map: GlyphMap | undefined
  let text = ''
  for (const [, font, glyphs = ''] of content.matchAll(/\/(F\d+) [\d.]+ Tf|<(\w+)>/g)) {
    if (font !== undefined) map = maps.get(font)
    const size = map?.digits ?? 4
    for (let at = 0; at < glyphs.length; at += size)
      text += map?.letters.get(parseInt(glyphs.slice(at, at + size), 16)) ?? ''
  }
  return text.replace(/\s/g, '')
}
