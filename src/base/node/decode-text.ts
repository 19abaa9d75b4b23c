/**
 * Reads the text of a file: UTF-8 (its byte order mark dropped), UTF-16 with a byte order mark, else windows-1252; line
 * ends become LF. Returns null for bytes that are no text: with control characters other than tab, line and page ends.
 */
export function decodeText(bytes: Uint8Array): string | null {
  const text = decode(bytes).replaceAll('\r\n', '\n').replaceAll('\r', '\n')
  return /[\u0000-\u0008\u000b\u000e-\u001a\u001c-\u001f]/.test(text) ? null : text
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
