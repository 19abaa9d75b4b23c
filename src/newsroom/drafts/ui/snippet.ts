/** Cuts a snippet of the search at its finds, which stand between U+0002 and U+0003. */
export function splitSnippet(snippet: string): readonly { words: string; isFound: boolean }[] {
  return snippet.split('\u0002').flatMap((part, i) => {
    if (i === 0) return part === '' ? [] : [{ words: part, isFound: false }]
    const [found = '', ...rest] = part.split('\u0003')
    const after = rest.join('')
    return [{ words: found, isFound: true }, ...(after === '' ? [] : [{ words: after, isFound: false }])]
  })
}
