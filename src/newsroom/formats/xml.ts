/**
 * Escaping for text that is read both as HTML and as XML. What XML 1.0 forbids even as a reference (C0 controls but tab,
 * LF and CR; half a surrogate pair; U+FFFE and U+FFFF; section 2.2) becomes U+FFFD, which a reader can see, as UTF-8
 * encoders do with half a pair. Everything else, no-break spaces included, comes back as it was.
 */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu
const TEXT = /[&<>\r]/g
const ATTRIBUTE = /[&<>"'\t\n\r]/g
/** Names that HTML and XML share; `&apos;` is missing from HTML 4. */
const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** Text with every character that XML forbids as U+FFFD. */
export function replaceForbidden(text: string): string {
  return text.replace(FORBIDDEN, '\u{FFFD}')
}

/** Escapes the text of an element. A CR is written as a reference: parsers turn a bare one into LF. */
export function escapeText(text: string): string {
  return replaceForbidden(text).replace(TEXT, toReference)
}

/** Escapes a value that stands between quotes. Tabs and line ends are references: XML turns bare ones into spaces. */
export function escapeAttribute(value: string): string {
  return replaceForbidden(value).replace(ATTRIBUTE, toReference)
}

function toReference(character: string): string {
  return NAMED[character] ?? `&#${character.charCodeAt(0)};`
}
