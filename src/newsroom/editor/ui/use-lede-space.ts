import { useLayoutEffect, type RefObject } from 'react'

/**
 * Keeps free, at the start of the lede, the space that the dateline's chip lies over. The chip wraps as text does; the
 * first words of the lede go on behind its last line, or below it when they do not fit. The measures are handed to the
 * style sheet as custom properties of the chip's container, and taken again only when the chip's own size changes:
 * typing measures nothing.
 */
export function useLedeSpace(chipRef: RefObject<HTMLElement | null>, text: string): void {
  useLayoutEffect(() => {
    const chip = chipRef.current
    const layer = chip?.closest<HTMLElement>('.editor-dateline')
    const story = chip?.closest<HTMLElement>('.editor-story')
    if (chip == null || layer == null || story == null) return
    const measure = () => setSpace(story, chip, layer)
    const observer = new ResizeObserver(measure)
    observer.observe(layer)
    document.fonts.addEventListener('loadingdone', measure)
    measure()
    return () => {
      observer.disconnect()
      document.fonts.removeEventListener('loadingdone', measure)
      for (const name of ['width', 'height', 'shape']) story.style.removeProperty(`--lede-${name}`)
    }
  }, [chipRef, text])
}

function setSpace(story: HTMLElement, chip: HTMLElement, layer: HTMLElement): void {
  const lines = [...chip.getClientRects()]
  const [last, box] = [lines.at(-1), layer.getBoundingClientRect()]
  if (last === undefined) return
  const height = Math.round(box.height)
  const end = Math.ceil(last.right - box.left + GAP)
  const room = box.width - end
  const isFull = room < LONG_WORD_EM * Number.parseFloat(getComputedStyle(layer).fontSize)
  const isWrapped = lines.length > 1
  story.style.setProperty('--lede-height', `${height}px`)
  story.style.setProperty('--lede-width', isWrapped || isFull ? '100%' : `${end}px`)
  story.style.setProperty(
    '--lede-shape',
    isWrapped && !isFull ? formatShape(end, height - height / lines.length, height) : 'none',
  )
}

/** About a word space between the chip and the text. */
const GAP = 4
/** With less room than a long word takes behind the chip, the text begins on the next line: its first word must not be torn. */
const LONG_WORD_EM = 7

/** Full lines above, and the last one up to where the chip ends. */
function formatShape(end: number, lastLine: number, height: number): string {
  return `polygon(0 0, 100% 0, 100% ${lastLine}px, ${end}px ${lastLine}px, ${end}px ${height}px, 0 ${height}px)`
}
