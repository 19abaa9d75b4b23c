/** What a key means in the list. `extend`: everything from the anchor to where one comes is marked. */
export type ListKey =
  | {
      readonly kind: 'move'
      readonly to: (at: number, last: number, page: number) => number
      readonly extend: boolean
    }
  | { readonly kind: 'open' | 'toggle' | 'all' | 'discard' | 'escape' }

type Pressed = Pick<KeyboardEvent, 'key' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'>

const MOVES: Readonly<Record<string, (at: number, last: number, page: number) => number>> = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => at - 1,
  PageDown: (at, _, page) => at + page,
  PageUp: (at, _, page) => at - page,
  Home: () => 0,
  End: (_, last) => last,
}

/** Reads a key press in the list; null for one that means nothing there. */
export function readListKey({ key, shiftKey, ctrlKey, metaKey, altKey }: Pressed): ListKey | null {
  const isMod = ctrlKey || metaKey
  if (altKey) return null
  const to = MOVES[key]
  if (to !== undefined && !isMod) return { kind: 'move', to, extend: shiftKey }
  if (key === ' ') return { kind: isMod ? 'toggle' : 'open' }
  if (isMod && key.toLowerCase() === 'a') return { kind: 'all' }
  if (isMod || shiftKey) return null
  if (key === 'Enter') return { kind: 'open' }
  if (key === 'Delete') return { kind: 'discard' }
  return key === 'Escape' ? { kind: 'escape' } : null
}
