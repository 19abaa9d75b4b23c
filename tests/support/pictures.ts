import { crc32, deflateSync } from 'node:zlib'
import sharp, { type Sharp } from 'sharp'

/** Pictures for the tests: invented, small, and made here, so that what each of them holds is seen. */

/** What a camera tells of itself, its owner and where it was. */
const CAMERA = {
  IFD0: { Make: 'Kameraku', Model: 'K-1', Artist: 'Sri Lestari' },
  IFD2: { BodySerialNumber: 'SN-4711', CameraOwnerName: 'Sri Lestari', LensSerialNumber: 'LN-0815' },
  IFD3: {
    GPSLatitudeRef: 'S',
    GPSLatitude: '6/1 54/1 36/1',
    GPSLongitudeRef: 'E',
    GPSLongitude: '107/1 36/1 0/1',
  },
}

/** The same, as programs repeat it in a packet of their own. */
const CAMERA_XMP = `<?xpacket begin="" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:exif="http://ns.adobe.com/exif/1.0/" xmlns:aux="http://ns.adobe.com/exif/1.0/aux/"
 exif:GPSLatitude="6,54.6S" exif:GPSLongitude="107,36E" aux:SerialNumber="SN-4711" aux:OwnerName="Sri Lestari"/>
</rdf:RDF></x:xmpmeta><?xpacket end="w"?>`

export interface PictureWishes {
  readonly width?: number
  readonly height?: number
  /** As EXIF counts them: 6 lies on its side. */
  readonly orientation?: number
}

/** A picture as a camera leaves it: with place, serial numbers and owner, its left half red and its right half blue. */
export async function makeCameraJpeg({
  width = 1200,
  height = 800,
  orientation = 1,
}: PictureWishes = {}): Promise<Uint8Array> {
  return paint(width, height)
    .withExif(CAMERA)
    .withMetadata({ orientation })
    .withXmp(CAMERA_XMP)
    .jpeg({ quality: 90 })
    .toBuffer()
}

/**
 * The same with all else that cameras and programs leave: a small picture of the whole before it was cut, the maker's own
 * note, the older IPTC fields, a comment, and a second picture behind the first. Each holds the word `RAHASIA`.
 */
export async function makeTalkativeJpeg(): Promise<Uint8Array> {
  const jpeg = await paint(600, 400).jpeg().toBuffer()
  const small = await paint(60, 40)
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/">RAHASIA</x:xmpmeta>')
    .jpeg()
    .toBuffer()
  const fields = ['City', 'By-line'].map((_, i) => [
    0x1c,
    2,
    i === 0 ? 90 : 80,
    0,
    7,
    ...Buffer.from('RAHASIA'),
  ])
  const iim = Buffer.from(fields.flat())
  const resource = [Buffer.from('Photoshop 3.0\x008BIM\x04\x04\0\0\0\0'), Buffer.from([0, iim.length]), iim]
  return Buffer.concat([
    jpeg.subarray(0, 2),
    segment(0xe1, createExif(small)),
    segment(0xed, Buffer.concat(resource)),
    segment(0xfe, Buffer.from('RAHASIA')),
    jpeg.subarray(2),
    small,
  ])
}

function segment(marker: number, content: Uint8Array): Uint8Array {
  const length = content.length + 2
  return Buffer.concat([Buffer.from([0xff, marker, length >> 8, length & 0xff]), content])
}

/** EXIF by hand (TIFF 6.0, big end first): a maker's note in the second directory, a thumbnail in the third. */
function createExif(thumbnail: Uint8Array): Uint8Array {
  const note = Buffer.from('RAHASIA\0')
  const [main, exif, second] = [8, 26, 44]
  const noteAt = 74
  const directory = (entries: readonly (readonly number[])[], next: number): Buffer => {
    const bytes = Buffer.alloc(6 + 12 * entries.length)
    bytes.writeUInt16BE(entries.length)
    entries.forEach(([tag = 0, type = 0, count = 0, value = 0], i) => {
      bytes.writeUInt16BE(tag, 2 + 12 * i)
      bytes.writeUInt16BE(type, 4 + 12 * i)
      bytes.writeUInt32BE(count, 6 + 12 * i)
      bytes.writeUInt32BE(value, 10 + 12 * i)
    })
    bytes.writeUInt32BE(next, bytes.length - 4)
    return bytes
  }
  const header = Buffer.from([0x4d, 0x4d, 0, 42, 0, 0, 0, main])
  return Buffer.concat([
    Buffer.from('Exif\0\0'),
    header,
    directory([[0x8769, 4, 1, exif]], second),
    directory([[0x927c, 7, note.length, noteAt]], 0),
    directory(
      [
        [0x0201, 4, 1, noteAt + note.length],
        [0x0202, 4, 1, thumbnail.length],
      ],
      0,
    ),
    note,
    thumbnail,
  ])
}

/** The same picture in another kind of file. */
export async function makePicture(type: 'png' | 'webp' | 'avif' | 'gif' | 'tiff'): Promise<Uint8Array> {
  return paint(300, 200).toFormat(type).toBuffer()
}

/** A black PNG that is small on the disk and has `side` times `side` pixels. */
export function makeBomb(side: number): Uint8Array {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(side, 0)
  header.writeUInt32BE(side, 4)
  header[8] = 1
  const rows = deflateSync(Buffer.alloc((1 + Math.ceil(side / 8)) * side))
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunk(name: string, content: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(name, 'latin1'), content])
  const around = Buffer.alloc(8)
  around.writeUInt32BE(content.length, 0)
  around.writeUInt32BE(crc32(named), 4)
  return Buffer.concat([around.subarray(0, 4), named, around.subarray(4)])
}

function paint(width: number, height: number): Sharp {
  const half = { width: Math.floor(width / 2), height, channels: 3, background: '#0000ff' } as const
  return sharp({ create: { width, height, channels: 3, background: '#ff0000' } }).composite([
    { input: { create: half }, left: width - half.width, top: 0 },
  ])
}
