import type { FoundText, TextPlace } from '../../find-text.ts'
import { createTextRange } from './text-range.ts'

/** Where the texts of the story are on the screen. */
export interface FoundSurface {
  readonly scroller: HTMLElement
  getElement(place: TextPlace): Element | null
}

const [ALL, CURRENT] = ['editor-found', 'editor-found-current']
/** Finds beyond the edges of the view that are marked before they come into it, in pixels. */
const MARGIN = 400
/** Marks cost at every key: more than these on one screen tell nobody anything. */
const MOST_PAINTED = 400

/** Marks the finds that are in view, without touching the story. */
export function paintFound(
  { scroller, getElement }: FoundSurface,
  found: readonly FoundText[],
  current: number | null,
): void {
  const view = scroller.getBoundingClientRect()
  const groups = [...Map.groupBy(found, ({ at }) => at)]
  const measure = ([place]: (typeof groups)[number]) => getElement(place)?.getBoundingClientRect()
  const first = findFirst(groups, (group) => (measure(group)?.bottom ?? 0) >= view.top - MARGIN)
  const [all, now] = [new Highlight(), new Highlight()]
  now.priority = 1
  for (const group of groups.slice(first)) {
    const [place, finds] = group
    if ((measure(group)?.top ?? 0) > view.bottom + MARGIN || all.size >= MOST_PAINTED) break
    for (const find of finds.slice(0, MOST_PAINTED)) {
      const range = createRange(getElement(place), find)
      if (range !== null) (find === found[current ?? -1] ? now : all).add(range)
    }
  }
  CSS.highlights.set(ALL, all)
  CSS.highlights.set(CURRENT, now)
}

/** Takes all marks away. */
export function clearFound(): void {
  for (const name of [ALL, CURRENT]) CSS.highlights.delete(name)
}

/** Brings a find into view, where it is not. Blocks out of sight are not laid out: where it is shows itself step by step. */
export function revealFound({ scroller, getElement }: FoundSurface, find: FoundText): void {
  const element = getElement(find.at)
  element?.scrollIntoView({ block: 'nearest' })
  let steps = 3
  const settle = () => {
    const box = createRange(element, find)?.getBoundingClientRect()
    const view = scroller.getBoundingClientRect()
    if (box === undefined) return
    if (box.top < view.top + EDGE || box.bottom > view.bottom - EDGE)
      scroller.scrollTop += box.top - (view.top + view.height / 2)
    steps -= 1
    if (steps > 0) requestAnimationFrame(settle)
  }
  settle()
}

/** A find so near to an edge of the view is moved to its middle, in pixels. */
const EDGE = 24

function createRange(element: Element | null, { start, end }: FoundText): Range | null {
  return element === null ? null : createTextRange(element, start, end)
}

/** The index of the first that fits, where all behind it fit too. */
function findFirst<Item>(items: readonly Item[], fits: (item: Item) => boolean): number {
  let [low, high] = [0, items.length]
  while (low < high) {
    const middle = (low + high) >> 1
    const item = items[middle]
    if (item !== undefined && fits(item)) high = middle
    else low = middle + 1
  }
  return low
}
