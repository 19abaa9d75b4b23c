import type { PictureNotes } from '../picture-notes.ts'

/** The longest text of each dataset in bytes, as IIM 4.2 has it. Most programs take more; some cut or refuse. */
const DATASETS = [
  ['caption', 120, 2000],
  ['credit', 110, 128],
  ['copyright', 116, 128],
] as const satisfies readonly (readonly [keyof PictureNotes, number, number])[]

/** Says that the texts are UTF-8 (IIM 1:90). */
const UTF8 = [0x1c, 1, 90, 0, 3, 0x1b, 0x25, 0x47]
const RECORD_OF_DATASETS = [0x1c, 2, 0, 0, 2, 0, 4]
const LETTERS = new TextEncoder()

/**
 * Puts the notes into a JPEG as IPTC-IIM, which older programs and newsroom systems read, in a Photoshop segment (APP13)
 * after the first ones. `jpeg` has no such segment yet.
 */
export function embedIim(jpeg: Uint8Array, notes: PictureNotes): Uint8Array {
  const segment = createSegment(encodeIim(notes))
  const at = findPlace(jpeg)
  const whole = new Uint8Array(jpeg.length + segment.length)
  whole.set(jpeg.subarray(0, at))
  whole.set(segment, at)
  whole.set(jpeg.subarray(at), at + segment.length)
  return whole
}

function encodeIim(notes: PictureNotes): readonly number[] {
  const datasets = DATASETS.flatMap(([note, number, longest]) => {
    const text = cutBytes(LETTERS.encode(notes[note].toWellFormed()), longest)
    return text.length === 0 ? [] : [0x1c, 2, number, text.length >> 8, text.length & 0xff, ...text]
  })
  return [...UTF8, ...RECORD_OF_DATASETS, ...datasets]
}

/** Cuts at a whole letter: the bytes that go on with one begin with the bits 10. */
function cutBytes(text: Uint8Array, longest: number): Uint8Array {
  if (text.length <= longest) return text
  let end = longest
  while (end > 0 && ((text[end] ?? 0) & 0xc0) === 0x80) end -= 1
  return text.subarray(0, end)
}

/** An image resource 0x0404 without a name, padded to an even length, in its segment. */
function createSegment(iim: readonly number[]): Uint8Array {
  const padding = iim.length % 2 === 0 ? [] : [0]
  const size = [0, 0, iim.length >> 8, iim.length & 0xff]
  const resource = [...LETTERS.encode('Photoshop 3.0\0'), ...LETTERS.encode('8BIM'), 4, 4, 0, 0, ...size]
  const content = [...resource, ...iim, ...padding]
  const length = content.length + 2
  return Uint8Array.from([0xff, 0xed, length >> 8, length & 0xff, ...content])
}

/** After the segments that must come first: JFIF and EXIF or XMP (APP0, APP1). */
function findPlace(jpeg: Uint8Array): number {
  let at = 2
  while (jpeg[at] === 0xff && (jpeg[at + 1] === 0xe0 || jpeg[at + 1] === 0xe1))
    at += 2 + (jpeg[at + 2] ?? 0) * 256 + (jpeg[at + 3] ?? 0)
  return at
}
