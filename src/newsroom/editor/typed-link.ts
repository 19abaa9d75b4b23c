import { cleanLink } from '../story/index.ts'

/** Reads an address as people type it: `kpu.go.id` is an https address, `humas@kpu.go.id` a mailbox. Null when it is none. */
export function readTypedLink(text: string): string | null {
  const typed = text.trim()
  if (typed === '') return null
  const asTyped = cleanLink(typed)
  if (asTyped !== null) return asTyped
  if (typed.includes('@') && !/[/ ]/.test(typed)) return cleanLink(`mailto:${typed}`)
  return /^[^\s/?#:]+\.[^\s/?#:]{2,}(?:[/?#]|$)/.test(typed) ? cleanLink(`https://${typed}`) : null
}
