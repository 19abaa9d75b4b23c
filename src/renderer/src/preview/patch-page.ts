/** What holds parts that change one by one. */
const CONTAINERS = new Set(['BODY', 'HEADER', 'MAIN', 'ARTICLE', 'DIV'])

/**
 * Makes what is shown equal to what is wanted, and touches nothing that is so already: where the reader is stays, and
 * pictures are not loaded again.
 */
export function patchPage(shown: Element, wanted: Element): void {
  shown.className = wanted.className
  const [before, after] = [[...shown.childNodes], [...wanted.childNodes]]
  let start = 0
  while (isSame(before[start], after[start])) start += 1
  let end = 0
  const most = Math.min(before.length, after.length) - start
  while (end < most && isSame(before.at(-1 - end), after.at(-1 - end))) end += 1
  const [old, fresh] = [before.slice(start, before.length - end), after.slice(start, after.length - end)]
  const [one, other] = [old[0], fresh[0]]
  if (old.length === 1 && fresh.length === 1 && isContainer(one) && isContainer(other)) {
    return patchPage(one, other)
  }
  const next = before[before.length - end] ?? null
  for (const node of fresh) shown.insertBefore(shown.ownerDocument.importNode(node, true), next)
  for (const node of old) node.remove()
}

function isSame(a: Node | undefined, b: Node | undefined): boolean {
  return a !== undefined && b !== undefined && a.isEqualNode(b)
}

/** By its name: an element of another window is no instance of this one's classes. */
function isContainer(node: Node | undefined): node is Element {
  return node !== undefined && CONTAINERS.has(node.nodeName)
}
