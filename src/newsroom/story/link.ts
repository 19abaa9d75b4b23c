import { dropTrailingBlanks } from './pattern.ts'

/**
 * The one gate that every link of a story passes, at entry and again in every format. It promises that what comes out
 * is an absolute http, https or mailto address in printable ASCII, safe as it stands in an attribute, in XML, in
 * Markdown and in a mail, and that what a reader sees of its host is where it leads.
 */

/** Longer addresses are cut by mail programs and servers on the way; they are nobody's link. */
const LENGTH = 2000
/** Controls, invisible marks and half surrogate pairs; blanks other than the space; the backslash, a slash to browsers. */
const REFUSED = /[\p{C}\\]|(?! )\p{Z}/u
const HTTP = /^(https?):\/\/([^/?#]+)(.*)$/is
/** A name or number, or an IPv6 address in brackets, and a port. No user and password before an `@`. */
const AUTHORITY = /^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?|\[[0-9a-f:.]+\])(?::[0-9]{1,5})?$/
const MAILTO = /^mailto:([^?]+)(?:\?subject=([^&#]*))?$/i
const MAILBOX = /^[a-z0-9._+-]+@[a-z0-9-]+(?:\.[a-z0-9-]+)+$/i
/** Unreserved and reserved characters and the percent sign (RFC 3986, sections 2.1 to 2.3); the rest is escaped. */
const TO_ESCAPE = /[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/gu
const ESCAPED_CONTROL = /%(?:[01][0-9a-f]|7f)/i

/**
 * Cleans the address of a link. Blanks around it go, scheme and host become lower case, other characters are
 * percent-escaped (RFC 3986). Returns null for whatever is not an absolute http or https address with a plain host and
 * no credentials, or mailto with plain mailboxes and at most a subject. Cleaning twice changes nothing.
 */
export function cleanLink(text: string): string | null {
  if (text.length > LENGTH) return null
  const address = dropTrailingBlanks(text).replace(/^[ \t\r\n]+/, '')
  if (REFUSED.test(address)) return null
  const cleaned = cleanHttp(address) ?? cleanMailto(address)
  return cleaned === null || cleaned.length > LENGTH ? null : cleaned
}

function cleanHttp(address: string): string | null {
  const [, scheme = '', host = '', rest = ''] = HTTP.exec(address) ?? []
  const authority = host.toLowerCase()
  return AUTHORITY.test(authority) ? `${scheme.toLowerCase()}://${authority}${escapeRest(rest)}` : null
}

function cleanMailto(address: string): string | null {
  const [, boxes = '', subject] = MAILTO.exec(address) ?? []
  if (!boxes.split(',').every((box) => MAILBOX.test(box))) return null
  if (subject === undefined) return `mailto:${boxes}`
  // A line break in a subject would start another header of the mail.
  return ESCAPED_CONTROL.test(subject) ? null : `mailto:${boxes}?subject=${escapeRest(subject)}`
}

function escapeRest(text: string): string {
  return text.replace(TO_ESCAPE, encodeURIComponent)
}
