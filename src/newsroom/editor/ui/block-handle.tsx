import { $getNearestNodeFromDOMNode } from 'lexical'
import { GripVertical } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { useTexts } from '../../../base/ui/texts.tsx'
import { findBlockAt, type PlaceBeside } from './block-places.ts'
import { useEditorView } from './editor-context.ts'
import { $findBlock } from './lexical/blocks.ts'
import type { MovedBlock } from './lexical/move-block.ts'
import { useBlockDrag } from './use-block-drag.ts'
import './block-handle.css'

/** A handle beside the block that the pointer is at, to drag it by, and the line where it would come to stand. */
export function BlockHandle({ onMoved }: { readonly onMoved: (moved: MovedBlock) => void }) {
  const { core } = useEditorView()
  const { translate } = useTexts()
  const layer = useRef<HTMLDivElement>(null)
  const [block, setBlock] = useHoveredBlock(layer)
  const drag = useBlockDrag(
    core.editor,
    (moved) => {
      setBlock(null)
      onMoved(moved)
    },
    (element) => {
      core.editor.update(() => void $findBlock($getNearestNodeFromDOMNode(element))?.selectStart())
      core.editor.focus()
    },
  )
  const origin = layer.current?.getBoundingClientRect()
  const label = translate('view.block-handle')
  return (
    <div ref={layer} className="editor-handles">
      {block === null || origin === undefined ? null : (
        <button
          type="button"
          tabIndex={-1}
          className="editor-handle"
          aria-label={label}
          title={label}
          style={{ top: block.getBoundingClientRect().top - origin.top }}
          onPointerDown={(event) => drag.begin(event, block)}
        >
          <GripVertical size={16} strokeWidth={1.6} aria-hidden />
        </button>
      )}
      {drag.place === null || origin === undefined ? null : (
        <div className="editor-drop-line" style={{ top: findLine(drag.place) - origin.top }} />
      )}
    </div>
  )
}

/** The height of the line between a block and its neighbour, in the window. */
function findLine({ element, side }: PlaceBeside): number {
  const { top, bottom } = element.getBoundingClientRect()
  const gap = Number.parseFloat(getComputedStyle(element).marginTop) / 2
  return side === 'before' ? top - gap : bottom + gap
}

/** The element of the block beside the pointer; none while somebody types. */
function useHoveredBlock(layer: { readonly current: HTMLElement | null }) {
  const { core } = useEditorView()
  const [block, setBlock] = useState<HTMLElement | null>(null)
  useEffect(() => {
    const box = layer.current?.closest<HTMLElement>('.editor-scroll') ?? null
    const root = core.editor.getRootElement()
    if (box === null || root === null) return
    const listening = new AbortController()
    const options = { signal: listening.signal, passive: true }
    const look = (event: PointerEvent) => {
      // While one is dragged, it is the one.
      if (event.buttons !== 0) return
      const found = findBlockAt(root, event.clientY)
      if (found !== null) setBlock(found)
    }
    box.addEventListener('pointermove', look, options)
    box.addEventListener('pointerleave', ({ buttons }) => buttons === 0 && setBlock(null), options)
    root.addEventListener('keydown', () => setBlock(null), options)
    return () => listening.abort()
  }, [core, layer])
  return [block?.isConnected === true ? block : null, setBlock] as const
}
