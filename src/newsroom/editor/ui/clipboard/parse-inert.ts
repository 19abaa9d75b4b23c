/** What a page's policy may make of a text; browsers without Trusted Types have none. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createHTML: (html: string) => string },
  ): { createHTML(html: string): string }
}

declare global {
  interface Window {
    readonly trustedTypes?: PolicyFactory
  }
}

/**
 * The one policy that the hosts' content security policies name. It lets a text through to the parser below and nowhere
 * else: what that makes has no window, so its scripts do not run and its pictures do not load.
 */
const inert = globalThis.window?.trustedTypes?.createPolicy('redaksi-inert', { createHTML: (html) => html })

/** Reads the clipboard's HTML into a document of its own, to be read and thrown away. */
export function parseInert(html: string): Document {
  return new DOMParser().parseFromString(inert?.createHTML(html) ?? html, 'text/html')
}
