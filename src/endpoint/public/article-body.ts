import { escapeText, type NinjsArticle } from '../../newsroom/formats/index.ts'
import { cleanBody, type CleanBody } from './clean-body.ts'

const MARKUP = ['application/xhtml+xml', 'text/html']

/** The body readers see: of the marked-up form, or of the plain one where that is all there is. */
export function cleanArticleBody(article: NinjsArticle): CleanBody {
  const marked = article.bodies.find((body) => MARKUP.includes(body.contentType ?? ''))
  if (marked !== undefined) return cleanBody(marked.value)
  const plain = article.bodies.find((body) => (body.contentType ?? 'text/plain') === 'text/plain')
  return cleanBody(plain === undefined ? '' : markParagraphs(plain.value))
}

function markParagraphs(text: string): string {
  const paragraphs = text.split(/\r?\n(?:[ \t]*\r?\n)+/)
  return paragraphs.map((each) => `<p>${escapeText(each).replaceAll('\n', '<br />')}</p>`).join('')
}
