/** The scheme of links into the application, as the system knows it. */
export const LINK_SCHEME = 'redaksi'

/** The draft that `redaksi://draft/<uuid>` names; null for anything else, as a link may come from any web page. */
export function parseDeepLink(link: string): string | null {
  return /^redaksi:\/\/draft\/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/.exec(link)?.[1] ?? null
}

/** The draft that a command line names: the system starts the program with the link as one of its words. */
export function findDeepLink(words: readonly string[]): string | null {
  return words.map(parseDeepLink).find((id) => id !== null) ?? null
}
