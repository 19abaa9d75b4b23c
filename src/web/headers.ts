import { createPageHeaders, createPagePolicy } from '../backend/page-headers.ts'
import { listHosts } from './checks.ts'

/** What every answer of this host says. */
export function createHeaders(port: number): Readonly<Record<string, string>> {
  return createPageHeaders(createPolicy(port, null))
}

/** The content security policy of a page at this port. */
export function createPolicy(port: number, styleNonce: string | null): string {
  // Some browsers do not count a WebSocket of the same host as 'self'.
  const sockets = listHosts(port).map((host) => `ws://${host}`)
  return createPagePolicy(sockets, styleNonce)
}
