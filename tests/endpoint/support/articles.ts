import type { NinjsArticle } from '../../../src/newsroom/formats/index.ts'

/** The UUID of the n-th sample story. */
export function aUuid(n: number): string {
  return `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`
}

/** A text article of an office of our own invention; `over` replaces whole properties. */
export function anArticle(n = 1, over: Partial<NinjsArticle> = {}): NinjsArticle {
  const headline = `KPU Kota Tirtasari Buka Kelas Demokrasi Angkatan ${n}`
  const dateline = 'Tirtasari, kota-tirtasari.kpu.go.id - '
  const lede = `Komisi Pemilihan Umum (KPU) Kota Tirtasari membuka kelas demokrasi angkatan ${n}, Kamis (13/11).`
  const more = 'Kelas berlangsung di aula kantor dan diikuti warga dari dua belas kelurahan.'
  const credit = '(nrl/ed. Foto: bgs/KPU Kota Tirtasari)'
  return {
    uri: `urn:uuid:${aUuid(n)}`,
    type: 'text',
    version: '3',
    contentCreated: '2025-11-13T00:00:00+07:00',
    language: 'id-ID',
    copyrightHolder: 'Komisi Pemilihan Umum Kota Tirtasari',
    headlines: [{ value: headline }],
    bodies: [
      {
        contentType: 'application/xhtml+xml',
        value: `<p><span class="dateline">${dateline}</span>${lede}</p><p>${more}</p><p class="credit">${credit}</p>`,
      },
      { contentType: 'text/plain', value: `${dateline}${lede}\n\n${more}\n\n${credit}` },
    ],
    located: 'Tirtasari',
    slugline: `kelas-demokrasi-angkatan-${n}`,
    infoSources: [{ name: 'KPU Kota Tirtasari', literal: 'kota-tirtasari.kpu.go.id' }],
    ...over,
  }
}

/** An article whose marked-up body is the given one. */
export function aBody(value: string, n = 1, over: Partial<NinjsArticle> = {}): NinjsArticle {
  return anArticle(n, { bodies: [{ contentType: 'application/xhtml+xml', value }], ...over })
}
