/** A hashtag as networks take it: letters, digits and underscores, not digits alone. Null when nothing of it is left. */
function makeHashtag(text: string): string | null {
  const words = text.match(/[\p{L}\p{M}\p{N}_]+/gu) ?? []
  const joined = words.length === 1 ? words.join('') : words.map(capitalise).join('')
  return /\p{L}/u.test(joined) ? `#${joined}` : null
}

/** Hashtags made of texts, in their order, each once however it is written. */
export function makeHashtags(texts: readonly string[]): readonly string[] {
  const tags = new Map<string, string>()
  for (const text of texts) {
    const tag = makeHashtag(text)
    if (tag !== null && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag)
  }
  return [...tags.values()]
}

function capitalise(word: string): string {
  return word.replace(/^./u, (first) => first.toUpperCase())
}
