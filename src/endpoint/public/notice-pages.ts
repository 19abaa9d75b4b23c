import type { HeldArticle } from '../article.ts'
import {
  formatMoment,
  type Frame,
  getHeadline,
  getZone,
  type Markup,
  markup,
  PAGE_NAME,
  renderPage,
  renderTime,
} from '../../newsroom/public-page/index.ts'

/** What stands at the address of a withdrawn story: that it was, when, and why. Its text is gone. */
export function renderWithdrawnPage({ article, changedAt, reason }: HeldArticle, frame: Frame): string {
  const zone = getZone(article)
  return renderNotice(
    'Berita ini sudah ditarik',
    markup`<p>“${getHeadline(article)}” ditarik pada ${renderTime(changedAt, zone, formatMoment(changedAt, zone))}.</p>
<p class="reason">Alasan: ${reason}</p>`,
    frame,
  )
}

/** What stands where nothing is. */
export function renderMissingPage(frame: Frame): string {
  return renderNotice(
    'Halaman ini tidak ada',
    markup`<p>Mungkin alamatnya salah ketik, atau beritanya belum terbit. Periksa alamatnya, atau cari beritanya dari halaman depan.</p>`,
    frame,
  )
}

/** What stands where the endpoint cannot serve a page just now. */
export function renderFailurePage(frame: Frame): string {
  return renderNotice(
    'Halaman ini sedang tidak dapat dibuka',
    markup`<p>Ada gangguan di pihak kami. Beritanya tidak hilang. Buka lagi beberapa menit kemudian.</p>`,
    frame,
  )
}

function renderNotice(headline: string, text: Markup, frame: Frame): string {
  const main = markup`<article class="story">
<h1>${headline}</h1>
<div class="text">
${text}
</div>
<p class="paging"><a href="/">Ke ${PAGE_NAME}</a></p>
</article>`
  return renderPage({ headline, description: headline, path: null, kind: 'inner', photo: null, main }, frame)
}
