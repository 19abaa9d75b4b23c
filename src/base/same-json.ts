/**
 * Whether two JSON values are the same, whatever the order of their properties. Values that are one object are the same
 * at once, and the first difference ends the walk: it is quick where little changed.
 */
export function isSameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b)) return false
  const [left, right] = [new Map(Object.entries(a)), Object.entries(b)]
  return (
    left.size === right.length &&
    right.every(([key, value]) => left.has(key) && isSameJson(left.get(key), value))
  )
}
