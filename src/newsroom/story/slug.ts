/** Longer slugs are cut at a word: addresses are read aloud and typed by hand. */
const SLUG_LENGTH = 80

/** Makes the last part of a public address from a headline: 0-9, a-z and hyphens; `berita` when nothing is left. */
export function makeSlug(headline: string): string {
  const words = headline
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^0-9a-z]+/)
    .filter((word) => word !== '')
  let slug = ''
  for (const word of words) {
    const longer = slug === '' ? word.slice(0, SLUG_LENGTH) : `${slug}-${word}`
    if (longer.length > SLUG_LENGTH) break
    slug = longer
  }
  return slug === '' ? 'berita' : slug
}
