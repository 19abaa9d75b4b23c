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
