import { deflateSync } from 'node:zlib'

export interface PdfSketch {
  readonly text?: string
  readonly isEncrypted?: boolean
  /** Where a script stands: in a plain object, under a name in hexadecimal, or in a packed object. */
  readonly script?: 'plain' | 'disguised' | 'packed'
}

/** A whole PDF of one page, with a table of its objects that is right. */
export function makePdf({ text = 'Pengumuman', isEncrypted = false, script }: PdfSketch = {}): Buffer {
  const packed = deflateSync(Buffer.from('7 0 << /S /JavaScript /JS (app.alert(1)) >>'))
  const objects: Uint8Array[] = [
    Buffer.from(`<< /Type /Catalog /Pages 2 0 R ${script === undefined ? '' : SCRIPTS[script]} >>`),
    Buffer.from('<< /Type /Pages /Kids [3 0 R] /Count 1 >>'),
    Buffer.from('<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 200] /Contents 4 0 R >>'),
    createStream('', Buffer.from(`BT /F1 12 Tf 20 100 Td (${text}) Tj ET`)),
    ...(script === 'packed'
      ? [createStream('/Type /ObjStm /N 1 /First 4 /Filter /FlateDecode', packed)]
      : []),
  ]
  const parts: Uint8Array[] = [Buffer.from('%PDF-1.7\n%\u00e2\u00e3\u00cf\u00d3\n', 'latin1')]
  const places: number[] = []
  for (const [i, object] of objects.entries()) {
    places.push(Buffer.concat(parts).length)
    parts.push(Buffer.from(`${i + 1} 0 obj\n`), object, Buffer.from('\nendobj\n'))
  }
  const table = Buffer.concat(parts).length
  const rows = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const encryption = isEncrypted ? '/Encrypt 9 0 R ' : ''
  const size = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${encryption}>>\nstartxref\n${table}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

const SCRIPTS = {
  plain: '/OpenAction << /S /JavaScript /JS (app.alert(1)) >>',
  disguised: '/OpenAction << /S /J#61vaScript >>',
  packed: '/OpenAction 7 0 R',
}

function createStream(entries: string, bytes: Uint8Array): Uint8Array {
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${bytes.length} >>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}
