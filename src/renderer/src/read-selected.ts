/** The id of the draft that the address names, or null. */
export function readSelected(): string | null {
  const id = location.hash.slice(1)
  return /^[0-9a-f-]{36}$/.test(id) ? id : null
}
