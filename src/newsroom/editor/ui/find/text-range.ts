/** The stretch of an element’s text between two offsets in UTF-16 units, a line break being one; null when it has less. */
export function createTextRange(element: Element, start: number, end: number): Range | null {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT)
  const range = document.createRange()
  let [at, isStarted] = [0, false]
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const text = node instanceof Text ? node.data : null
    if (text === null && node.nodeName !== 'BR') continue
    const size = text?.length ?? 1
    if (!isStarted && start < at + size) {
      isStarted = true
      if (text !== null) range.setStart(node, start - at)
      else range.setStartBefore(node)
    }
    if (isStarted && end <= at + size) {
      if (text !== null) range.setEnd(node, end - at)
      else range.setEndAfter(node)
      return range
    }
    at += size
  }
  return null
}
