/**
 * Where blocks stand on the page, as far as a pointer needs to know. Each is found by what lies under a point: no walk
 * through the story, however long it is.
 */

/** An element of the text that something can stand before or after. */
export interface PlaceBeside {
  readonly element: HTMLElement
  readonly side: 'before' | 'after'
}

/** The element of the block at a height of the window, in pixels; an item of a list is one. Null between two blocks. */
export function findBlockAt(root: HTMLElement, y: number): HTMLElement | null {
  const { left, width } = root.getBoundingClientRect()
  const under = document.elementsFromPoint(left + width / 2, y).find((each) => root.contains(each))
  const item = under?.closest('li')
  if (item instanceof HTMLElement) return item
  return under === undefined || under === root ? null : findTop(root, under)
}

/** The place that is nearest to a height of the window. Only an item of a list goes between items. */
export function findPlaceAt(root: HTMLElement, y: number, isItem: boolean): PlaceBeside | null {
  const found = findBlockAt(root, y) ?? findBlockAt(root, y - GAP) ?? findBlockAt(root, y + GAP)
  if (found === null) return findEnd(root, y)
  const element = isItem ? found : findTop(root, found)
  if (element === null) return null
  const { top, height } = element.getBoundingClientRect()
  return { element, side: y < top + height / 2 ? 'before' : 'after' }
}

/** More than half of what parts two blocks. */
const GAP = 20

function findEnd(root: HTMLElement, y: number): PlaceBeside | null {
  const isAbove = y < root.getBoundingClientRect().top
  const element = isAbove ? root.firstElementChild : root.lastElementChild
  return element instanceof HTMLElement ? { element, side: isAbove ? 'before' : 'after' } : null
}

function findTop(root: HTMLElement, element: Element): HTMLElement | null {
  let each: Element | null = element
  while (each !== null && each.parentElement !== root) each = each.parentElement
  return each instanceof HTMLElement ? each : null
}
