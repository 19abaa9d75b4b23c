/**
 * The longest rising row of a list of numbers, as positions in the list: what is in order, with as little as can be left
 * out of it.
 */
export function findRising(values: readonly number[]): ReadonlySet<number> {
  // For each length, where the rising row of that length with the lowest end ends.
  const ends: number[] = []
  const previous: (number | undefined)[] = []
  values.forEach((value, i) => {
    const length = countBelow(values, ends, value)
    previous[i] = ends[length - 1]
    ends[length] = i
  })
  const rising = new Set<number>()
  for (let at = ends.at(-1); at !== undefined; at = previous[at]) rising.add(at)
  return rising
}

/** How many of the ends lie below a value; they rise. */
function countBelow(values: readonly number[], ends: readonly number[], value: number): number {
  let [low, high] = [0, ends.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((values[ends[middle] ?? 0] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}
