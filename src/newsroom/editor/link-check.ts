import { readTypedLink } from './typed-link.ts'
import { listTracking } from './tracked-link.ts'

/**
 * What there is to say of an address while it is typed. `refused`: it leads nowhere that a story may; `offer` is the
 * address that may be meant. `ready`: `link` is what will be set, `isCompleted` when it was typed without its scheme,
 * `tracking` the parameters in it that follow whoever opens it.
 */
export type LinkCheck =
  | { readonly kind: 'empty' }
  | {
      readonly kind: 'refused'
      readonly reason: 'unsafe' | 'blanks' | 'unreadable'
      readonly offer: string | null
    }
  | {
      readonly kind: 'ready'
      readonly link: string
      readonly isCompleted: boolean
      readonly tracking: readonly string[]
    }

/** Schemes that run something, or that lead into one computer alone. */
const UNSAFE = /^(?:javascript|vbscript|data|file|blob|about)\s*:/i
const BLANKS = /[ \t\r\n\u00a0]+/g

/** Looks at an address as it is typed. */
export function checkLink(typed: string): LinkCheck {
  const text = typed.trim()
  if (text === '') return { kind: 'empty' }
  if (UNSAFE.test(text)) return { kind: 'refused', reason: 'unsafe', offer: null }
  const link = readTypedLink(text)
  if (link !== null)
    return {
      kind: 'ready',
      link,
      isCompleted: !/^(?:https?|mailto):/i.test(text),
      tracking: listTracking(link),
    }
  const offer = readTypedLink(text.replace(BLANKS, ''))
  return { kind: 'refused', reason: offer === null ? 'unreadable' : 'blanks', offer }
}

/** Whether the words of a link are no more than its address, as readers cannot tell where it leads. */
export function isBareLink(words: string, link: string): boolean {
  const strip = (text: string) =>
    text
      .trim()
      .toLowerCase()
      .replace(/^(?:https?:\/\/|mailto:)/, '')
      .replace(/\/$/, '')
  return words.trim() === '' || strip(words) === strip(link)
}
