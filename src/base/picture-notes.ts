/**
 * What a picture that goes out says of itself, in the fields of the IPTC Photo Metadata Standard, and nothing else: no
 * place, no device, no owner, no thumbnail. An empty text is left out.
 */
export interface PictureNotes {
  /** Description (dc:description, IIM 2:120). */
  readonly caption: string
  /** Alt Text (Accessibility), for who cannot see it. */
  readonly alt: string
  /** Credit Line (photoshop:Credit, IIM 2:110). */
  readonly credit: string
  /** Copyright Notice (dc:rights, IIM 2:116). */
  readonly copyright: string
  /** Digital Source Type, an address of the IPTC's vocabulary. */
  readonly sourceType: string
}

const NAMESPACES = {
  dc: 'http://purl.org/dc/elements/1.1/',
  photoshop: 'http://ns.adobe.com/photoshop/1.0/',
  Iptc4xmpCore: 'http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/',
  Iptc4xmpExt: 'http://iptc.org/std/Iptc4xmpExt/2008-02-29/',
} as const

/** The property of each note; a text in several languages (rdf:Alt) has its default only. */
const PROPERTIES = [
  ['caption', 'dc:description', true],
  ['alt', 'Iptc4xmpCore:AltTextAccessibility', true],
  ['credit', 'photoshop:Credit', false],
  ['copyright', 'dc:rights', true],
  ['sourceType', 'Iptc4xmpExt:DigitalSourceType', false],
] as const satisfies readonly (readonly [keyof PictureNotes, string, boolean])[]

/** The notes as an XMP packet (ISO 16684-1), to stand in a file. */
export function formatXmp(notes: PictureNotes): string {
  const spaces = Object.entries(NAMESPACES).map(([prefix, address]) => ` xmlns:${prefix}="${address}"`)
  const properties = PROPERTIES.flatMap(([note, name, isInLanguages]) => {
    const text = escapeXml(notes[note])
    if (text === '') return []
    const value = isInLanguages ? `<rdf:Alt><rdf:li xml:lang="x-default">${text}</rdf:li></rdf:Alt>` : text
    return [`<${name}>${value}</${name}>`]
  })
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/">',
    '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    `<rdf:Description rdf:about=""${spaces.join('')}>`,
    ...properties,
    '</rdf:Description>',
    '</rdf:RDF>',
    '</x:xmpmeta>',
    '<?xpacket end="w"?>',
  ].join('\n')
}

/** The notes of a packet of ours. Of any other it finds what stands there in the same form, and passes the rest over. */
export function parseXmp(packet: string): PictureNotes {
  const read = (name: string): string => {
    const [, value = ''] = new RegExp(`<${name}>([^]*?)</${name}>`).exec(packet.slice(0, LONGEST)) ?? []
    return unescapeXml(value.replace(/<[^>]*>/g, ''))
  }
  const [caption = '', alt = '', credit = '', copyright = '', sourceType = ''] = PROPERTIES.map(([, name]) =>
    read(name),
  )
  return { caption, alt, credit, copyright, sourceType }
}

/** A packet of ours is a tenth of it; what is longer is not ours. */
const LONGEST = 65_536

const ENTITIES = { '&': '&amp;', '<': '&lt;', '>': '&gt;' } as const

/** XML has no place for most control characters and for halves of surrogate pairs. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[^\t\n\r\u0020-\uFFFD\u{10000}-\u{10FFFF}]/gu, '')
    .replace(/[&<>]/g, (letter) => ENTITIES[letter as keyof typeof ENTITIES])
}

function unescapeXml(text: string): string {
  return Object.entries(ENTITIES)
    .toReversed()
    .reduce((read, [letter, entity]) => read.replaceAll(entity, letter), text)
}
