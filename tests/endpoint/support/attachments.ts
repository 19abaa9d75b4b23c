import type { NinjsAttachment } from '../../../src/newsroom/formats/index.ts'

/** An attachment as an article names it. */
export function anAttachment(sha256: string): NinjsAttachment {
  return {
    name: 'attachment-1',
    uri: `urn:sha256:${sha256}`,
    type: 'text',
    rel: 'attachment',
    headlines: [{ value: '<b>Pengumuman</b> hasil seleksi' }],
    renditions: [{ name: 'original', contentType: 'application/pdf' }],
  }
}
