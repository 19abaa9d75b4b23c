/**
 * Why a pattern cannot be read back. `missing` and `twice` name the placeholder; `order`: they stand in another order;
 * `together`: nothing is printed between it and the one before; `open-end`: nothing is printed after the last.
 */
export interface PatternProblem {
  readonly reason: 'missing' | 'twice' | 'order' | 'together' | 'open-end'
  readonly placeholder: string
}

/**
 * What keeps a pattern from being read back: it must hold each placeholder exactly once, in this order, with something
 * printed between any two and after the last. Null when it does; else the first problem.
 */
export function checkPattern(pattern: string, placeholders: readonly string[]): PatternProblem | null {
  const missing = placeholders.find((each) => !pattern.includes(each))
  if (missing !== undefined) return { reason: 'missing', placeholder: missing }
  const twice = placeholders.find((each) => pattern.indexOf(each) !== pattern.lastIndexOf(each))
  if (twice !== undefined) return { reason: 'twice', placeholder: twice }
  let end = -1
  for (const placeholder of placeholders) {
    const start = pattern.indexOf(placeholder)
    if (start < end) return { reason: 'order', placeholder }
    if (start === end) return { reason: 'together', placeholder }
    end = start + placeholder.length
  }
  return end === pattern.length ? { reason: 'open-end', placeholder: placeholders.at(-1) ?? '' } : null
}
