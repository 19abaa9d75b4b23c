import { escapeText, type NinjsArticle } from '../formats/index.ts'
import type { HeldPhoto } from './picture.ts'
import { cleanBody, type BodyFigure, type CleanBody } from './clean-body.ts'
import { markup } from './markup.ts'
import { listArticlePhotos, renderPicture, type ArticlePhoto } from './picture.ts'

const MARKUP = ['application/xhtml+xml', 'text/html']

/** How wide a story's column is, as a page's style has it. */
const COLUMN = '(min-width: 44rem) 41rem, 100vw'

/** The body readers see, with the photos that are held: of the marked-up form, or of the plain one where that is all. */
export function cleanArticleBody(article: NinjsArticle, held: ReadonlyMap<string, HeldPhoto>): CleanBody {
  const marked = article.bodies.find((body) => MARKUP.includes(body.contentType ?? ''))
  if (marked !== undefined) return cleanBody(marked.value, createFigures(listArticlePhotos(article, held)))
  const plain = article.bodies.find((body) => (body.contentType ?? 'text/plain') === 'text/plain')
  return cleanBody(plain === undefined ? '' : markParagraphs(plain.value))
}

function markParagraphs(text: string): string {
  const paragraphs = text.split(/\r?\n(?:[ \t]*\r?\n)+/)
  return paragraphs.map((each) => `<p>${escapeText(each).replaceAll('\n', '<br />')}</p>`).join('')
}

function createFigures(photos: readonly ArticlePhoto[]): ReadonlyMap<string, BodyFigure> {
  return new Map(
    photos.map((photo, i): [string, BodyFigure] => {
      const { sha256, credit } = photo
      const picture = renderPicture(photo, { sizes: COLUMN, isFirst: i === 0 })
      return [
        sha256,
        { picture, credit: credit === '' ? null : markup`<span class="by">Foto: ${credit}</span>` },
      ]
    }),
  )
}
