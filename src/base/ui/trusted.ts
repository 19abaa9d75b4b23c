/** What a page's policy may make of a text; browsers without Trusted Types have none. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: {
      readonly createHTML: (html: string) => string
      readonly createScriptURL: (address: string) => string
    },
  ): { createHTML(html: string): string; createScriptURL(address: string): string }
}

declare global {
  interface Window {
    readonly trustedTypes?: PolicyFactory
  }
}

/**
 * The one policy that the hosts' content security policies name. It lets a text through to an inert parser, whose
 * document has no window, so that its scripts do not run and its pictures do not load; an empty page to a frame; and our
 * own workers.
 */
const policy = globalThis.window?.trustedTypes?.createPolicy('redaksi-inert', {
  createHTML: (html) => html,
  createScriptURL: readOwnAddress,
})

/** Lets a text through to `DOMParser`, and to nothing else (but for the one page of `openEmptyPage`). */
export function trustInertHtml(html: string): string {
  return policy?.createHTML(html) ?? html
}

/** Lets the address of one of our own scripts through. Throws for any other. */
export function trustOwnScript(address: string): string {
  return policy?.createScriptURL(address) ?? readOwnAddress(address)
}

function readOwnAddress(address: string): string {
  const { origin, href } = new URL(address, location.href)
  if (origin !== location.origin) throw new TypeError('a script of somebody else')
  return href
}
