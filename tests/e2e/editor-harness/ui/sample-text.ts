/** The paragraphs of the usual story. They stand apart from it: a page of bare Lexical has the text and none of our code. */
export const SAMPLE_TEXT: readonly string[] = [
  'Komisi Pemilihan Umum (KPU) Kota Tirtasari mengundang dua belas penyandang disabilitas untuk mencoba alat bantu coblos di aula kantor, Kamis (13/11). Masukan mereka menjadi bahan perbaikan layanan di tempat pemungutan suara (TPS).',
  'Anggota KPU Kota Tirtasari Divisi Sosialisasi, Ratna Widuri, mengatakan setiap pemilih berhak mencoblos sendiri bila ia menghendakinya. “Alat bantu bukan hadiah dari kami. Itu hak pemilih, dan tugas kami memastikan alatnya benar-benar bisa dipakai,” ujar Ratna.',
  'Peserta mencoba templat braille, meja yang lebih rendah, dan kaca pembesar. Suryani menilai huruf timbulnya sudah jelas, tetapi pegangan meja masih licin. Di mana pun TPS-nya kelak, ia berharap petugas sudah terbiasa membantu.',
  'Petugas juga mencatat risiko salah lipat pada surat suara berukuran besar. Hasil uji coba dirangkum menjadi daftar perbaikan untuk dibawa ke rapat koordinasi bersama KPU provinsi pada Desember.',
]

/** At least so many words, in paragraphs of some fifty. */
export function createLongText(words: number): readonly string[] {
  const perParagraph = SAMPLE_TEXT.join(' ').split(' ').length / SAMPLE_TEXT.length
  const count = Math.max(1, Math.round(words / perParagraph))
  return Array.from({ length: count }, (_, i) => SAMPLE_TEXT[i % SAMPLE_TEXT.length] ?? '')
}
