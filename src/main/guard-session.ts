import type { Session } from 'electron'
import { isOwnAddress, isOwnBlob, isOwnResource } from './own-address.ts'

/** All that a page may ask of the system: to put plain text and cleaned markup on the clipboard. */
const ALLOWED_PERMISSIONS: readonly string[] = ['clipboard-sanitized-write']

/**
 * Shuts a session: no permission but those of a short list, no device, no request to anywhere but the page's own files,
 * no download but of what the page made.
 */
export function guardSession(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, decide, { requestingUrl }) =>
    decide(ALLOWED_PERMISSIONS.includes(permission) && isOwnAddress(requestingUrl)),
  )
  session.setPermissionCheckHandler(
    (_contents, permission, origin) =>
      ALLOWED_PERMISSIONS.includes(permission) && isOwnAddress(origin.endsWith('/') ? origin : `${origin}/`),
  )
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, decide) => decide({}))
  session.webRequest.onBeforeRequest(({ url }, decide) => {
    // The developer's tools are pages of the browser's own; the installed application has none.
    decide({ cancel: !isOwnResource(url) && !url.startsWith('devtools://') })
  })
  session.on('will-download', (event, item) => {
    if (!isOwnBlob(item.getURL())) event.preventDefault()
  })
}
