import type { Office } from './card.ts'
import { formatDay } from './local-time.ts'
import type { Zone } from '../formats/index.ts'
import { markup, type Markup } from './markup.ts'
import { getPhotoPath, type ArticlePhoto } from './picture.ts'

/** The name of the page, as the house calls it. */
export const PAGE_NAME = 'Berita Terkini'

/** What the pages load, by the names that it has under `/aset/`. */
interface PageAssets {
  readonly style: { readonly name: string }
  readonly font: { readonly name: string }
  readonly icon: { readonly name: string }
}

/** What every page shows around its own part. */
export interface Frame {
  readonly office: Office
  readonly zone: Zone
  readonly now: number
  /** The site's address, without a slash at its end. */
  readonly origin: string
  readonly assets: PageAssets
}

interface Page {
  /** What the browser's tab says before the office's name. */
  readonly headline: string
  readonly description: string
  /** Where the page lives, below the origin; null for what search engines should not keep. */
  readonly path: string | null
  readonly kind: 'front' | 'inner'
  /** What other sites show beside a link to it, or null. */
  readonly photo: ArticlePhoto | null
  readonly main: Markup
}

/** Lays out a whole page: head, nameplate, its own part, foot. There is no script, and everything is one style sheet. */
export function renderPage(page: Page, frame: Frame): string {
  return markup`<!doctype html>
<html lang="id">
${renderHead(page, frame)}
<body>
<a class="skip" href="#isi">Langsung ke isi</a>
<header class="wrap">
<div class="plate ${page.kind}">
${frame.office.name === '' ? null : markup`<p class="office">${frame.office.name}</p>`}
${page.kind === 'front' ? markup`<h1 class="name">${PAGE_NAME}</h1>` : markup`<p class="name"><a href="/">${PAGE_NAME}</a></p>`}
${renderFolio(frame)}
</div>
</header>
<main class="wrap" id="isi" tabindex="-1">
${page.main}
</main>
${renderFoot(frame)}
</body>
</html>
`.text
}

function renderHead(page: Page, { office, origin, assets }: Frame): Markup {
  const { headline, description, path } = page
  return markup`<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${office.name === '' ? headline : `${headline} | ${office.name}`}</title>
<meta name="description" content="${description}">
<meta name="color-scheme" content="light dark">
${path === null ? markup`<meta name="robots" content="noindex">` : renderPlace(page, origin, `${origin}${path}`)}
<link rel="preload" href="/aset/${assets.font.name}" as="font" type="font/woff2" crossorigin>
<link rel="stylesheet" href="/aset/${assets.style.name}">
<link rel="icon" href="/aset/${assets.icon.name}" type="image/svg+xml">
<link rel="alternate" type="application/rss+xml" title="${PAGE_NAME} (RSS)" href="/feed.xml">
<link rel="alternate" type="application/feed+json" title="${PAGE_NAME} (JSON Feed)" href="/feed.json">
</head>`
}

function renderPlace({ headline, description, kind, photo }: Page, origin: string, address: string): Markup {
  return markup`<link rel="canonical" href="${address}">
<meta property="og:title" content="${headline}">
<meta property="og:description" content="${description}">
<meta property="og:type" content="${kind === 'front' ? 'website' : 'article'}">
<meta property="og:url" content="${address}">
<meta property="og:locale" content="id_ID">${photo === null ? null : renderPreview(photo, origin)}`
}

/** A preview's picture stands at a whole address, in the largest width there is. */
function renderPreview({ sha256, width, height, widths, alt }: ArticlePhoto, origin: string): Markup {
  const shown = widths.at(-1) ?? width
  return markup`
<meta property="og:image" content="${origin}${getPhotoPath(sha256, shown)}">
<meta property="og:image:width" content="${shown}">
<meta property="og:image:height" content="${Math.round((height * shown) / width)}">
<meta property="og:image:alt" content="${alt}">`
}

function renderFolio({ office, zone, now }: Frame): Markup {
  const day = formatDay(now, zone)
  const site = office.site === '' ? null : markup`<span>${office.site}</span>`
  return markup`<div class="folio"><span>${office.place === '' ? day : `${office.place}, ${day}`}</span>${site}</div>`
}

function renderFoot({ office }: Frame): Markup {
  const owner = office.name === '' ? PAGE_NAME : office.name
  return markup`<footer>
<div class="wrap cols">
<p><b>${owner}</b>${office.site === '' ? null : markup`<br>${office.site}`}</p>
<p><b>Langganan</b><br><a href="/feed.xml">RSS</a><br><a href="/feed.json">JSON Feed</a></p>
<p><b>Keterangan</b><br>Halaman ini tidak memakai kuki dan tidak melacak pembaca.</p>
</div>
</footer>`
}
