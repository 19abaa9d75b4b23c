import { constants } from 'node:fs'
import { access, realpath } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import { makeFolderDurably, removeFileDurably, writeFileDurably } from '../../../base/node/durable-write.ts'
import { readSystemCode } from '../../../base/node/failures.ts'
import { parseNinjsArticle, type NinjsArticle } from '../../formats/index.ts'
import type { TryErrorCode } from '../contract.ts'
import type { Held, Target, TargetAdapter } from '../target.ts'
import { computeSha256, digestValue } from './digest.ts'
import { publicFiles } from './folder-files.ts'
import { formatNotice, formatPage, isPageOf, withdrawArticle, type FolderPage } from './folder-page.ts'
import { createSerial } from './serial.ts'

/**
 * A target that is a folder: `articles/<uuid>.json` holds the article, `berita/<slug>.html` the page to read. The
 * article is written last: once it is there, all is. Every write can be repeated.
 */

interface Shelf {
  readonly articles: string
  readonly pages: string
}

/** Makes the adapter of one folder. */
export function createFolderAdapter(target: Target): TargetAdapter {
  const inTurn = createSerial()
  const fail = (code: TryErrorCode, detail: string, cause?: unknown) =>
    new RedaksiError<TryErrorCode>(code, { target: target.name, detail }, cause)
  /** Runs one step; what fails there is told as `code`. */
  const attempt = async <Result>(code: TryErrorCode, step: () => Promise<Result>): Promise<Result> => {
    try {
      return await step()
    } catch (error) {
      if (isRedaksiError(error) && error.code.startsWith('publish.')) throw error
      const cause = isRedaksiError(error) ? error.cause : error
      const reason = isRedaksiError(error) && cause === undefined ? error.code : readSystemCode(cause)
      throw fail(code, reason, error)
    }
  }
  const replace = async (
    shelf: Shelf,
    article: NinjsArticle,
    page: FolderPage,
    before: StoredArticle | null,
  ) => {
    const path = await findPage(shelf.pages, page.slug, article.uri)
    const former = before?.article == null ? null : formatPage(before.article).slug
    const formerPath = former === null ? path : await findPage(shelf.pages, former, article.uri)
    const bytes = encode(`${JSON.stringify(article, null, 2)}\n`)
    await writeFileDurably(path, encode(page.html), { files: publicFiles })
    await writeFileDurably(join(shelf.articles, `${getUuid(article)}.json`), bytes, { files: publicFiles })
    if (formerPath !== path) await removeFileDurably(formerPath)
    return describeHeld({ article, bytes }, path)
  }
  const write = (
    id: string,
    base: string | null,
    make: (before: StoredArticle | null) => { article: NinjsArticle; page: FolderPage },
  ): Promise<Held> =>
    inTurn(async () => {
      const shelf = await attempt('publish.not-sent', () => openShelf(target.url))
      if (shelf === null) throw fail('publish.rejected', 'outside')
      const before = await attempt('publish.not-sent', () => readStored(shelf, id))
      if ((before === null ? null : computeSha256(before.bytes)) !== base)
        throw fail('publish.conflict', 'changed')
      const { article, page } = await attempt('publish.rejected', async () => make(before))
      return attempt('publish.outcome-unknown', () => replace(shelf, article, page, before))
    })
  return {
    lookUp: (id) =>
      attempt('publish.not-sent', async () => {
        const shelf = { articles: join(target.url, 'articles'), pages: join(target.url, 'berita') }
        const stored = await readStored(shelf, id)
        if (stored === null) return null
        const { article } = stored
        return describeHeld(
          stored,
          article && (await findPage(shelf.pages, formatPage(article).slug, article.uri)),
        )
      }),
    putArticle: (article, base) =>
      write(getUuid(article), base, () => ({ article, page: formatPage(article) })),
    withdraw: (id, reason, base) =>
      write(id, base, (before) => {
        if (before?.article == null) throw fail('publish.rejected', 'absent')
        return {
          article: withdrawArticle(before.article, reason),
          page: formatNotice(before.article, reason),
        }
      }),
    test: () =>
      attempt('publish.not-sent', () =>
        access(target.url, constants.W_OK | constants.X_OK).catch(() =>
          access(dirname(target.url), constants.W_OK),
        ),
      ),
  }
}

/** `article` is null when the file holds something that is none. */
interface StoredArticle {
  readonly article: NinjsArticle | null
  readonly bytes: Uint8Array
}

/** Makes the two folders. Null when one of them leads out of the target's own: nothing is written through a link. */
async function openShelf(folder: string): Promise<Shelf | null> {
  const shelf = { articles: join(folder, 'articles'), pages: join(folder, 'berita') }
  for (const each of Object.values(shelf)) await makeFolderDurably(each, publicFiles)
  const root = await realpath(folder)
  const isInside =
    (await realpath(shelf.articles)) === join(root, 'articles') &&
    (await realpath(shelf.pages)) === join(root, 'berita')
  return isInside ? shelf : null
}

async function readStored(shelf: Shelf, id: string): Promise<StoredArticle | null> {
  const bytes = await readOptional(join(shelf.articles, `${id}.json`))
  return bytes === null ? null : { bytes, article: parseStored(bytes) }
}

function parseStored(bytes: Uint8Array): NinjsArticle | null {
  try {
    return parseNinjsArticle(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}

function describeHeld({ article, bytes }: StoredArticle, page: string | null): Held {
  return {
    state: article?.pubStatus === 'canceled' ? 'withdrawn' : 'public',
    version: computeSha256(bytes),
    address: page === null ? null : pathToFileURL(page).href,
    sha256: article === null ? computeSha256(bytes) : digestValue(article),
  }
}

/** Where an article's page stands: under its slug, or, when another story has that, with the start of its UUID. */
async function findPage(pages: string, slug: string, uri: string): Promise<string> {
  const plain = join(pages, `${slug}.html`)
  const there = await readOptional(plain)
  const isFree = there === null || isPageOf(new TextDecoder().decode(there), uri)
  return isFree ? plain : join(pages, `${slug}-${uri.slice('urn:uuid:'.length, 'urn:uuid:'.length + 8)}.html`)
}

async function readOptional(path: string): Promise<Uint8Array | null> {
  try {
    return await publicFiles.read(path)
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT') return null
    throw error
  }
}

const getUuid = (article: NinjsArticle): string => article.uri.slice('urn:uuid:'.length)

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
