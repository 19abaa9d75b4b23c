/**
 * JSON in the one form that two programs agree on byte for byte (RFC 8785): no blanks, keys in order of their UTF-16
 * units, numbers as ECMAScript writes them. Its digest says whether two of them hold the same. `value` is what
 * `JSON.parse` gives; properties that are undefined are left out. Half a surrogate pair stays as its escape.
 */
export function formatCanonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(formatCanonicalJson).join(',')}]`
  if (!isRecord(value)) return JSON.stringify(value)
  const members = Object.keys(value)
    .filter((key) => value[key] !== undefined)
    .sort()
    .map((key) => `${JSON.stringify(key)}:${formatCanonicalJson(value[key])}`)
  return `{${members.join(',')}}`
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null
}
