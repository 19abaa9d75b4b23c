import { SaxesParser, type SaxesTagNS } from 'saxes'
import { RedaksiError } from '../../../base/errors.ts'
import type { FormatsErrorCode } from '../contract.ts'

/** Deeper than any program nests: a text box in a table in a table. */
const DEEPEST = 256

export type XmlElement = SaxesTagNS

/** What is told of a document's elements as they are met. */
export interface XmlVisitor {
  open(element: XmlElement): void
  close(element: XmlElement): void
  text?(text: string): void
}

/**
 * Walks an XML document of an Office file. A document type is refused, and with it every entity of one's own. Fails with
 * `formats.not-docx` or `formats.too-deep`.
 */
export function walkXml(bytes: Uint8Array, visitor: XmlVisitor): void {
  const parser = new SaxesParser({ xmlns: true })
  const stack: XmlElement[] = []
  parser.on('doctype', () => {
    throw new RedaksiError<FormatsErrorCode>('formats.not-docx')
  })
  parser.on('error', (cause) => {
    throw new RedaksiError<FormatsErrorCode>('formats.not-docx', {}, cause)
  })
  parser.on('opentag', (element) => {
    stack.push(element)
    if (stack.length > DEEPEST)
      throw new RedaksiError<FormatsErrorCode>('formats.too-deep', { limit: DEEPEST })
    visitor.open(element)
  })
  parser.on('closetag', () => {
    const element = stack.pop()
    if (element !== undefined) visitor.close(element)
  })
  if (visitor.text !== undefined) {
    parser.on('text', (text) => visitor.text?.(text))
  }
  parser.write(decode(bytes)).close()
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (cause) {
    throw new RedaksiError<FormatsErrorCode>('formats.not-docx', {}, cause)
  }
}

/** An attribute's value by its local name, whatever namespace it is written in; null when it is not there. */
export function getXmlAttribute(element: XmlElement, name: string): string | null {
  for (const attribute of Object.values(element.attributes)) {
    if (attribute.local === name) return attribute.value
  }
  return null
}
