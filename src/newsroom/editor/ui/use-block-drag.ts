import { $getNearestNodeFromDOMNode, $isElementNode, type ElementNode, type LexicalEditor } from 'lexical'
import { useEffect, useRef, useState, type PointerEvent } from 'react'
import { findPlaceAt, type PlaceBeside } from './block-places.ts'
import { moveBlock, type MovedBlock } from './lexical/move-block.ts'

/** A drag begins when the pointer has gone this far, in pixels; before, it is a press. */
const SLACK = 4
/** Nearer to the edge than this, in pixels, the text scrolls, and faster the nearer. */
const EDGE = 48
const FASTEST = 16

interface Drag {
  readonly element: HTMLElement
  readonly box: Element
  readonly start: number
  y: number
  isMoving: boolean
}

export interface BlockDrag {
  /** Where the block would come to stand now; null while none is dragged. */
  readonly place: PlaceBeside | null
  /** Begins to drag a block, with the button that the pointer was pressed on. */
  readonly begin: (event: PointerEvent<HTMLElement>, element: HTMLElement) => void
}

/** Drags a block by a pointer: the text scrolls at its edges, and Escape puts the block back. A press alone is told to `onPress`. */
export function useBlockDrag(
  editor: LexicalEditor,
  onMoved: (moved: MovedBlock) => void,
  onPress: (element: HTMLElement) => void,
): BlockDrag {
  const [place, setPlace] = useState<PlaceBeside | null>(null)
  const stop = useRef<(() => void) | null>(null)
  useEffect(() => () => stop.current?.(), [])

  function begin(event: PointerEvent<HTMLElement>, element: HTMLElement): void {
    const box = element.closest('.editor-scroll')
    if (event.button !== 0 || box === null) return
    event.preventDefault()
    const handle = event.currentTarget
    handle.setPointerCapture(event.pointerId)
    const drag: Drag = { element, box, start: event.clientY, y: event.clientY, isMoving: false }
    let found: PlaceBeside | null = null
    const show = () => setPlace((found = findPlace(editor, drag)))
    const scrolling = keepScrolling(drag, show)
    const end = (isDropped: boolean) => {
      stop.current?.()
      if (!isDropped) return
      if (!drag.isMoving) return onPress(element)
      const moved = found === null ? null : drop(editor, element, found)
      if (moved !== null) onMoved(moved)
    }
    stop.current = followPointer(handle, {
      onMove(y) {
        drag.y = y
        drag.isMoving ||= Math.abs(y - drag.start) > SLACK
        element.classList.toggle('is-dragged', drag.isMoving)
        if (drag.isMoving) show()
      },
      onEnd: end,
      onStop() {
        stop.current = null
        scrolling()
        element.classList.remove('is-dragged')
        setPlace(null)
      },
    })
  }
  return { place, begin }
}

function findPlace(editor: LexicalEditor, { element, y }: Drag): PlaceBeside | null {
  const root = editor.getRootElement()
  return root === null ? null : findPlaceAt(root, y, element.tagName === 'LI')
}

function drop(editor: LexicalEditor, element: HTMLElement, place: PlaceBeside): MovedBlock | null {
  return moveBlock(editor, () => {
    const [block, beside] = [$findElement(element), $findElement(place.element)]
    return block === null || beside === null ? null : { block, gap: { beside, side: place.side } }
  })
}

function $findElement(element: HTMLElement): ElementNode | null {
  const node = $getNearestNodeFromDOMNode(element)
  return $isElementNode(node) ? node : null
}

/** Scrolls while the pointer is held at an edge. */
function keepScrolling(drag: Drag, onScroll: () => void): () => void {
  let frame = requestAnimationFrame(function step() {
    const { top, bottom } = drag.box.getBoundingClientRect()
    const over = Math.max(0, drag.y - (bottom - EDGE)) - Math.max(0, top + EDGE - drag.y)
    const before = drag.box.scrollTop
    if (drag.isMoving && over !== 0)
      drag.box.scrollTop += (Math.min(1, Math.abs(over) / EDGE) * FASTEST * over) / Math.abs(over)
    if (drag.box.scrollTop !== before) onScroll()
    frame = requestAnimationFrame(step)
  })
  return () => cancelAnimationFrame(frame)
}

function followPointer(
  handle: HTMLElement,
  { onMove, onEnd, onStop }: { onMove(y: number): void; onEnd(isDropped: boolean): void; onStop(): void },
): () => void {
  const listening = new AbortController()
  const options = { signal: listening.signal, capture: true }
  handle.addEventListener('pointermove', ({ clientY }) => onMove(clientY), options)
  handle.addEventListener('pointerup', () => onEnd(true), options)
  handle.addEventListener('pointercancel', () => onEnd(false), options)
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Escape') return
      event.preventDefault()
      event.stopPropagation()
      onEnd(false)
    },
    options,
  )
  return () => {
    listening.abort()
    onStop()
  }
}
