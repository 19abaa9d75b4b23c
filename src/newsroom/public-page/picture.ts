import { getAssociationDigest, listNinjsPhotos, type NinjsArticle } from '../formats/index.ts'
import { markup, type Markup } from './markup.ts'

/** A photo that a page can show. */
export interface HeldPhoto {
  /** Of the bytes that were put: its name. */
  readonly sha256: string
  /** In pixels, of what was put. */
  readonly width: number
  readonly height: number
  /** The widths that it can be had in, the smallest first. */
  readonly widths: readonly number[]
  /** Where it is had, where that is not among the site's photos. */
  readonly address?: string
}

/** A photo as an article shows it: the picture that is held, and what the article says of it. */
export interface ArticlePhoto extends HeldPhoto {
  readonly alt: string
  /** As it is printed beside the caption, or empty. */
  readonly credit: string
  /** A machine made the picture, or a part of it: readers are told. */
  readonly isMadeByMachine: boolean
}

/** The photos of an article that are held, in their order. The first is its lead photo. */
export function listArticlePhotos(
  article: NinjsArticle,
  held: ReadonlyMap<string, HeldPhoto>,
): readonly ArticlePhoto[] {
  return listNinjsPhotos(article).flatMap(({ uri, descriptions = [], by = '', digitalSourceType }) => {
    const photo = held.get(getAssociationDigest({ uri }))
    if (photo === undefined) return []
    const alt = descriptions.find((each) => each.role === 'alt')?.value ?? ''
    const isMadeByMachine = /trainedAlgorithmicMedia$/i.test(digitalSourceType?.uri ?? '')
    return [{ ...photo, alt, credit: by, isMadeByMachine }]
  })
}

/** Where a photo is had in a width. */
export function getPhotoPath(sha256: string, width: number): string {
  return `/photos/${sha256}/${width}.jpg`
}

/** The width nearest to what a column shows, or the largest. */
const SHOWN = 960

/**
 * The picture in the widths that it can be had in, with its size, so that nothing moves when it comes. `sizes` says how
 * wide it is shown (HTML, `sizes`).
 */
export function renderPicture(
  photo: ArticlePhoto,
  { sizes, isFirst }: { readonly sizes: string; readonly isFirst: boolean },
): Markup {
  const { width, height, alt, isMadeByMachine } = photo
  const loading = isFirst ? null : markup` loading="lazy"`
  const label = isMadeByMachine ? markup`<span class="ai">Dibuat dengan AI</span>` : null
  return markup`<div class="pic"><img ${renderSource(photo, sizes)} width="${width}" height="${height}" alt="${alt}"${loading} decoding="async" />${label}</div>`
}

function renderSource({ address, sha256, width, widths }: ArticlePhoto, sizes: string): Markup {
  if (address !== undefined) return markup`src="${address}"`
  const sources = widths.map((each) => `${getPhotoPath(sha256, each)} ${each}w`).join(', ')
  const shown = widths.find((each) => each >= SHOWN) ?? widths.at(-1) ?? width
  return markup`src="${getPhotoPath(sha256, shown)}" srcset="${sources}" sizes="${sizes}"`
}
