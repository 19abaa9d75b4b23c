/** Hands a text, or bytes, to the person as a file: the browser asks where to put it, or puts it where it always does. */
export function saveFile(
  content: string | Uint8Array<ArrayBuffer> | Blob,
  fileName: string,
  mediaType: string,
): void {
  const address = URL.createObjectURL(new Blob([content], { type: mediaType }))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName
  link.click()
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** The bytes that a text in base64 tells. */
export function decodeBytes(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0))
}
