import type { PublishedStory } from '../../../src/newsroom/drafts/index.ts'

/** A story of the archive; what a test is about is given. */
export function aPublished(over: Partial<PublishedStory> = {}): PublishedStory {
  const at = over.publishedAt ?? '2025-10-06T03:00:00.000Z'
  return {
    id: '00000000-0000-4000-8000-000000000001',
    headline: 'KPU Kota Tirtasari Gelar Kajian',
    status: 'published',
    publishedAt: at,
    targets: [{ target: 'situs', kind: 'publish', at, address: 'https://situs.example/berita/kajian' }],
    ...{ template: 'kajian', categories: ['Kegiatan'], place: 'Tirtasari' },
    ...{ writers: ['nrl'], editors: ['ed'], photographers: ['bgs'] },
    ...over,
  }
}
