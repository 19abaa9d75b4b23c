import { formatCanonicalJson } from '../../base/canonical-json.ts'
import { formatNinjs, type NinjsContext } from './ninjs.ts'
import type { Story } from '../story/index.ts'

/** The last of the 2.x standards, for sites that have not moved on. */
const STANDARD = {
  name: 'ninjs',
  version: '2.2',
  schema: 'http://www.iptc.org/std/ninjs/ninjs-schema_2.2.json#',
} as const

/** Renamed between the two by more than their case. */
const RENAMED: Readonly<Record<string, string>> = { embargoedUntil: 'embargoed' }

/**
 * A story as an IPTC ninjs 2.2 article, in canonical JSON. It is the 3.1 article with names in lower case and without
 * what 2.2 does not know: how an association is related (`rel`).
 */
export function formatNinjs2(story: Story, context: NinjsContext): string {
  const { associations = [], standard: _, ...article } = formatNinjs(story, context)
  const related = associations.map(({ ...association }) => withoutRelation(association))
  return formatCanonicalJson({
    ...toOlderNames(article),
    standard: STANDARD,
    ...(related.length === 0 ? {} : { associations: related.map(toOlderNames) }),
  })
}

function withoutRelation<T extends object>(association: T): object {
  return Object.fromEntries(Object.entries(association).filter(([name]) => name !== 'rel'))
}

function toOlderNames(value: object): object {
  const members = Object.entries(value).map(([name, member]: [string, unknown]) => [
    RENAMED[name] ?? name.toLowerCase(),
    convert(member),
  ])
  return Object.fromEntries(members)
}

function convert(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(convert)
  return typeof value === 'object' && value !== null ? toOlderNames(value) : value
}
