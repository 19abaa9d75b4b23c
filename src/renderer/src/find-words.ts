/** A piece of a text; `isFound` where it answers the query. */
export interface Piece {
  readonly text: string
  readonly isFound: boolean
}

/**
 * Finds every word of a query in a text, in any order and without regard to case and accents. Gives the text in pieces,
 * or null when a word is missing. A query without words is found everywhere.
 */
export function findWords(text: string, query: string): readonly Piece[] | null {
  const folded = fold(text)
  const found = Array.from({ length: text.length }, () => false)
  for (const word of fold(query).split(' ').filter(Boolean)) {
    const at = findWord(folded, word)
    if (at === -1) return null
    found.fill(true, at, at + word.length)
  }
  return toPieces(text, found)
}

/** Where a word starts, best at the start of another: `art` is found in "Cari artikel" before "Smart". */
function findWord(text: string, word: string): number {
  const atStart = ` ${text}`.indexOf(` ${word}`)
  return atStart === -1 ? text.indexOf(word) : atStart
}

/** As long as the text, so that places stay places. */
function fold(text: string): string {
  return Array.from({ length: text.length }, (_, i) => {
    const letter = text.charAt(i).normalize('NFD').charAt(0).toLowerCase()
    return letter.length === 1 ? letter : text.charAt(i)
  }).join('')
}

function toPieces(text: string, found: readonly boolean[]): readonly Piece[] {
  const pieces: Piece[] = []
  for (let from = 0, to = 0; from < text.length; from = to) {
    const isFound = found[from] === true
    while (to < text.length && (found[to] === true) === isFound) to += 1
    pieces.push({ text: text.slice(from, to), isFound })
  }
  return pieces
}
