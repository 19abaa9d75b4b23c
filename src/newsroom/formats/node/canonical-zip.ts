import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from 'fflate'

/** When what a file tells of was made and last changed: ISO 8601 in UTC. */
export interface FileTimes {
  readonly createdAt: string
  readonly updatedAt: string
}

/** The first moment that a zip can say, by the clock of whoever reads it. */
const EPOCH = new Date(1980, 0, 1)
const TYPES = '[Content_Types].xml'
const PROPERTIES = 'docProps/core.xml'

/**
 * An Office file packed so that the same content is the same bytes: entries in order of their names, the list of types
 * first, as readers expect it; no time of its making; and the names by which its parts refer to each other, which the
 * library draws by lot or counts on from the file before, counted from 1.
 */
export function packCanonically(file: Uint8Array, times: FileTimes): Uint8Array {
  const parts = unzipSync(file)
  const rename = createRenaming()
  const packed: Zippable = {}
  for (const name of Object.keys(parts).sort(compareNames)) {
    const bytes = parts[name] ?? new Uint8Array()
    const content = /\.(xml|rels)$/.test(name) ? strToU8(rename(strFromU8(bytes))) : bytes
    packed[name] = [
      name === PROPERTIES ? strToU8(setTimes(strFromU8(content), times)) : content,
      { mtime: EPOCH },
    ]
  }
  return zipSync(packed, { level: 6 })
}

function compareNames(a: string, b: string): number {
  if (a === TYPES || b === TYPES) return a === TYPES ? -1 : 1
  return a < b ? -1 : 1
}

/** What stands before a name, and the name: references between parts; bookmarks; pictures. */
const NAMES = [
  /(\bId="|\br:(?:id|embed)=")(rId[\w-]{21})(?=")/g,
  /(<w:bookmark(?:Start|End)\b[^>]*? w:id=")(\d+)(?=")/g,
  /(<wp:docPr\b[^>]*? id=")(\d+)(?=")/g,
] as const

/** A name is the same in every part that uses it, and in no way depends on what was made before. */
function createRenaming(): (xml: string) => string {
  const known = NAMES.map(() => new Map<string, string>())
  return (xml) =>
    NAMES.reduce(
      (text, pattern, i) =>
        text.replace(pattern, (_match, before: string, name: string) => {
          const names = known[i] ?? new Map<string, string>()
          const renamed = names.get(name) ?? `${i === 0 ? 'rIdLink' : ''}${names.size + 1}`
          names.set(name, renamed)
          return before + renamed
        }),
      xml,
    )
}

function setTimes(xml: string, { createdAt, updatedAt }: FileTimes): string {
  return xml
    .replace(/(<dcterms:created[^>]*>)[^<]*/, `$1${createdAt}`)
    .replace(/(<dcterms:modified[^>]*>)[^<]*/, `$1${updatedAt}`)
}
