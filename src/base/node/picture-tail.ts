import { readLetters, type PictureType } from '../picture-type.ts'

/**
 * Where a picture ends in its file, in bytes from the beginning: what follows is no part of it. Null when the end is
 * not found, which a whole picture always has.
 */
export function findPictureEnd(bytes: Uint8Array, type: PictureType): number | null {
  switch (type) {
    case 'jpeg':
      return findJpegEnd(bytes)
    case 'png':
      return findPngEnd(bytes)
    case 'webp':
      return findWebpEnd(bytes)
    case 'avif':
    case 'heic':
      return findBoxesEnd(bytes)
  }
}

/** Begins of what programs run, unpack or render: never behind a picture that came from a camera. */
const FOREIGN_STARTS = ['PK\u0003\u0004', 'Rar!', '7z\u00bc\u00af', 'MZ', '\u007fELF', '#!']
const FOREIGN_MARKS = ['%PDF-', '<script', '<?php', '<html', '<!doctype', '<svg', 'PK\u0005\u0006']
/** How far behind the picture marks are looked for, from its end and from the file's, in bytes. */
const SEARCHED = 65_536

/**
 * Whether a file goes on as something else after its picture: an archive, a program, a page. Cameras append more
 * pictures, films and notes of their own, and those are let be: no copy ever holds them.
 */
export function hasForeignTail(bytes: Uint8Array, end: number): boolean {
  const tail = bytes.subarray(end)
  if (tail.length === 0) return false
  const start = readLetters(tail, 0, 8).replace(/^[\s\0]+/, '')
  if (FOREIGN_STARTS.some((mark) => start.startsWith(mark))) return true
  const first = tail.subarray(0, SEARCHED)
  const last = tail.subarray(Math.max(0, tail.length - SEARCHED))
  return [first, last].some((part) => {
    const text = new TextDecoder('latin1').decode(part).toLowerCase()
    return FOREIGN_MARKS.some((mark) => text.includes(mark.toLowerCase()))
  })
}

const EOI = 0xd9
const SOS = 0xda

/** Walks the segments of a JPEG (ITU T.81, B.1) to its end marker: a thumbnail's own, inside a segment, is passed over. */
function findJpegEnd(bytes: Uint8Array): number | null {
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) at += 1
    else if (marker === EOI) return at + 2
    else if (isAlone(marker)) at += 2
    else {
      at += 2 + readShort(bytes, at + 2)
      if (marker === SOS) at = skipScan(bytes, at)
    }
  }
  return null
}

/** The next marker after entropy-coded data, in which FF is followed by 00 or by a restart marker. */
function skipScan(bytes: Uint8Array, start: number): number {
  for (let at = bytes.indexOf(0xff, start); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next !== undefined && next !== 0 && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

function isAlone(marker: number): boolean {
  return marker === 0x01 || (marker >= 0xd0 && marker <= 0xd8)
}

function findPngEnd(bytes: Uint8Array): number | null {
  let at = 8
  while (at + 12 <= bytes.length) {
    const isLast = readLetters(bytes, at + 4, at + 8) === 'IEND'
    at += 12 + readLong(bytes, at)
    if (isLast) return at <= bytes.length ? at : null
  }
  return null
}

function findWebpEnd(bytes: Uint8Array): number | null {
  const size = 8 + new DataView(bytes.buffer, bytes.byteOffset).getUint32(4, true)
  const end = size + (size % 2)
  return size <= bytes.length ? Math.min(end, bytes.length) : null
}

/** Walks the boxes of an ISO base media file. One of size 0 reaches to the end of the file, one of 1 has a long size. */
function findBoxesEnd(bytes: Uint8Array): number | null {
  let at = 0
  while (at + 8 <= bytes.length) {
    if (!/^[\w ]{4}$/.test(readLetters(bytes, at + 4, at + 8))) return at
    const size = readLong(bytes, at)
    if (size === 0) return bytes.length
    const long = size === 1 ? readLong(bytes, at + 8) * 2 ** 32 + readLong(bytes, at + 12) : size
    if (long < 8) return null
    at += long
  }
  return at <= bytes.length ? at : null
}

function readShort(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) * 256 + (bytes[at + 1] ?? 0)
}

function readLong(bytes: Uint8Array, at: number): number {
  return readShort(bytes, at) * 65_536 + readShort(bytes, at + 2)
}
