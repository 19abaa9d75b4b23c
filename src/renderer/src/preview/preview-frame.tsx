import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import siteStyle from '../../../../resources/endpoint/endpoint.css?url'
import { openEmptyPage } from '../../../base/ui/inert.ts'
import { patchPage } from './patch-page.ts'
import ownStyle from './preview-page.css?url'

/** The widths of what readers hold, in CSS pixels. */
export const DEVICES = { phone: 390, desktop: 1200 } as const
export type Device = keyof typeof DEVICES

/** No script, nothing from elsewhere; the pictures come with the page. It holds beside the policy of the desk. */
const POLICY = "default-src 'none'; style-src 'self'; font-src 'self'; img-src data:"

/**
 * The page in a frame as wide as a device, made smaller where there is less room. The frame runs no script, opens
 * nothing and leads nowhere: its links are to be read.
 */
export function PreviewFrame(props: {
  readonly label: string
  readonly device: Device
  readonly page: Document | null
}) {
  const { label, device, page } = props
  const frame = useRef<HTMLIFrameElement>(null)
  const [box, setBox] = useState<HTMLElement | null>(null)
  const [shown, setShown] = useState<Document | null>(null)
  const room = useRoom(box)
  useLayoutEffect(() => {
    if (frame.current !== null) openEmptyPage(frame.current)
  }, [])
  useEffect(() => {
    if (shown !== null && page !== null) patchPage(shown.body, page.body)
  }, [shown, page])
  const width = DEVICES[device]
  const scale = Math.min(1, room.width / width)
  return (
    <div ref={setBox} className="preview-room">
      <iframe
        ref={frame}
        title={label}
        className="preview-frame"
        sandbox="allow-same-origin"
        style={{
          width,
          height: room.height / scale,
          transform: `scale(${scale})`,
          left: (room.width - width * scale) / 2,
        }}
        onLoad={({ currentTarget }) => {
          const { contentDocument } = currentTarget
          // The page that a frame has before any was opened is not the one.
          if (contentDocument?.compatMode !== 'CSS1Compat') return
          furnish(contentDocument, currentTarget)
          setShown(contentDocument)
        }}
      />
    </div>
  )
}

/** The room that there is, in pixels. */
function useRoom(box: HTMLElement | null): { readonly width: number; readonly height: number } {
  const [room, setRoom] = useState({ width: 390, height: 600 })
  useLayoutEffect(() => {
    if (box === null) return
    const measure = () => setRoom({ width: box.clientWidth, height: box.clientHeight })
    const observer = new ResizeObserver(measure)
    observer.observe(box)
    measure()
    return () => observer.disconnect()
  }, [box])
  return room
}

/** Gives an empty page what its head needs, and hands its keys on to the desk. */
function furnish(page: Document, frame: HTMLElement): void {
  const policy = page.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = POLICY
  const styles = [siteStyle, ownStyle].map((address) => {
    const link = page.createElement('link')
    link.rel = 'stylesheet'
    link.href = new URL(address, document.baseURI).href
    return link
  })
  page.head.replaceChildren(policy, ...styles)
  page.addEventListener('click', (event) => event.preventDefault())
  page.addEventListener('keydown', (event) => {
    const { key, ctrlKey, metaKey, shiftKey, altKey } = event
    const keys = { key, ctrlKey, metaKey, shiftKey, altKey }
    const handed = new KeyboardEvent('keydown', { ...keys, bubbles: true, cancelable: true })
    if (!frame.dispatchEvent(handed)) event.preventDefault()
  })
}
