import { getAssociationDigest, listNinjsAttachments, type NinjsArticle } from '../formats/index.ts'
import { makeSlug } from '../story/index.ts'
import { markup, type Markup } from './markup.ts'

/** A PDF that a page can offer. */
export interface HeldAttachment {
  /** Of the bytes that were put: its name. */
  readonly sha256: string
  /** The size of its file. */
  readonly bytes: number
}

/** An attachment as an article shows it: the file that is held, and what the article says of it. */
export interface ArticleAttachment extends HeldAttachment {
  readonly label: string
}

/** The attachments of an article that are held, in their order. */
export function listArticleAttachments(
  article: NinjsArticle,
  held: ReadonlyMap<string, HeldAttachment>,
): readonly ArticleAttachment[] {
  return listNinjsAttachments(article).flatMap((each) => {
    const file = held.get(getAssociationDigest(each))
    return file === undefined ? [] : [{ ...file, label: each.headlines[0]?.value ?? '' }]
  })
}

/** Where an attachment is had. Its last part is what a reader's computer calls the file. */
function getAttachmentPath({ sha256, label }: ArticleAttachment): string {
  return `/lampiran/${sha256}/${makeSlug(label)}.pdf`
}

/** The files to be had with a story, or null when there are none. */
export function renderAttachments(attachments: readonly ArticleAttachment[]): Markup | null {
  if (attachments.length === 0) return null
  return markup`<section class="files" aria-labelledby="lampiran">
<h2 id="lampiran">Lampiran</h2>
<ul>
${attachments.map(renderAttachment)}
</ul>
</section>`
}

function renderAttachment(attachment: ArticleAttachment): Markup {
  const { label, bytes } = attachment
  return markup`<li><a href="${getAttachmentPath(attachment)}" type="application/pdf" download>${label}</a> <span class="meta">PDF, ${formatSize(bytes)}</span></li>`
}

/** A file's size as Indonesian readers know it: `1,2 MB`, `340 KB`. */
function formatSize(bytes: number): string {
  const kilobytes = Math.max(1, Math.round(bytes / 1_000))
  if (kilobytes < 1_000) return `${kilobytes} KB`
  return `${(bytes / 1_000_000).toFixed(1).replace('.', ',')} MB`
}
