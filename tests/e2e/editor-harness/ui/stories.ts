import { parseHouse, type House } from '../../../../src/newsroom/house/index.ts'
import { parseStory, type Story } from '../../../../src/newsroom/story/index.ts'
import starter from '../../../../resources/house/starter.json'

/** The office of the harness: the starter's, and two more who take photos. */
export function createHouse(): House {
  return parseHouse({
    ...starter,
    dateline: {
      ...starter.dateline,
      places: [...starter.dateline.places, { place: 'Rawajaya', site: 'kab-rawajaya.kpu.go.id' }],
    },
    staff: [
      { initials: 'nrl', name: 'Nurlaila Hapsari', roles: ['writer'] },
      { initials: 'bgs', name: 'Bagas Firmansyah', roles: ['photographer'] },
      { initials: 'fth', name: 'Fathurrahman', roles: ['writer', 'photographer'] },
      { initials: 'ari', name: 'Ari Faturokhman', roles: ['writer'] },
      { initials: 'ed', name: 'Mira Dewanti', roles: ['editor'] },
    ],
  })
}

const BLOCKS = [
  'Komisi Pemilihan Umum (KPU) Kota Tirtasari mengundang dua belas penyandang disabilitas untuk mencoba alat bantu coblos di aula kantor, Kamis (13/11). Masukan mereka menjadi bahan perbaikan layanan di tempat pemungutan suara (TPS).',
  'Anggota KPU Kota Tirtasari Divisi Sosialisasi, Ratna Widuri, mengatakan setiap pemilih berhak mencoblos sendiri bila ia menghendakinya. “Alat bantu bukan hadiah dari kami. Itu hak pemilih, dan tugas kami memastikan alatnya benar-benar bisa dipakai,” ujar Ratna.',
  'Peserta mencoba templat braille, meja yang lebih rendah, dan kaca pembesar. Suryani menilai huruf timbulnya sudah jelas, tetapi pegangan meja masih licin. Di mana pun TPS-nya kelak, ia berharap petugas sudah terbiasa membantu.',
  'Petugas juga mencatat risiko salah lipat pada surat suara berukuran besar. Hasil uji coba dirangkum menjadi daftar perbaikan untuk dibawa ke rapat koordinasi bersama KPU provinsi pada Desember.',
]

/** The usual story of the harness. */
export function createSampleStory(over: Partial<Story> = {}): Story {
  return createStory(BLOCKS, over)
}

/** A story of at least so many words, in paragraphs of some fifty. */
export function createLongStory(words: number): Story {
  const [first = ''] = BLOCKS
  const perBlock = BLOCKS.join(' ').split(' ').length / BLOCKS.length
  const count = Math.max(1, Math.round(words / perBlock))
  return createStory(Array.from({ length: count }, (_, i) => BLOCKS[i % BLOCKS.length] ?? first))
}

function createStory(texts: readonly string[], over: Partial<Story> = {}): Story {
  return parseStory({
    schema: 1,
    headline: 'KPU Kota Tirtasari Ajak Penyandang Disabilitas Uji Alat Bantu Coblos',
    event: { date: '2025-11-13', year: 'stated' },
    dateline: { place: 'Tirtasari', site: 'kota-tirtasari.kpu.go.id' },
    credit: {
      writers: { initials: ['nrl'], parting: 'comma' },
      editors: ['ed'],
      photo: {
        kind: 'people',
        by: { initials: ['bgs'], parting: 'comma' },
        organisation: 'KPU Kota Tirtasari',
      },
      join: 'space',
    },
    slug: 'uji-alat-bantu-coblos',
    excerpt: '',
    tags: [],
    blocks: texts.map((text, i) => ({
      id: `b${String(i + 1).padStart(12, '0')}`,
      kind: 'paragraph',
      runs: text === '' ? [] : [{ text }],
    })),
    ...over,
  })
}
