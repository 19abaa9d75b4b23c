import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { isRedaksiError, RedaksiError } from '../../../base/errors.ts'
import { removeFileDurably, writeFileDurably } from '../../../base/node/durable-write.ts'
import { readSystemCode } from '../../../base/node/failures.ts'
import type { NinjsArticle } from '../../formats/index.ts'
import type { TryErrorCode } from '../contract.ts'
import type { Held, Target, TargetAdapter } from '../target.ts'
import { computeSha256 } from './digest.ts'
import { formatNotice, formatPage, withdrawArticle, type FolderPage } from './folder-page.ts'
import {
  describeStored,
  findPage,
  getShelf,
  openFileFolder,
  openShelf,
  publicFiles,
  readOptional,
  readStored,
  type Shelf,
  type StoredArticle,
} from './folder-shelf.ts'
import { createSerial } from './serial.ts'

/** What is to stand in the folder for one story. */
interface Issue {
  readonly article: NinjsArticle
  readonly page: FolderPage
}

/**
 * Makes the adapter of a folder: `articles/<uuid>.json` holds the article, `berita/<slug>.html` the page to read,
 * `photos/<sha256>.jpg` the photos that pages show and `lampiran/<sha256>.pdf` the attachments that they link to. Every
 * write can be repeated, and they are made one after the other, so that two stories never take one page's name.
 */
export function createFolderAdapter(target: Target): TargetAdapter {
  const inTurn = createSerial()
  const write = (id: string, base: string | null, make: (before: StoredArticle | null) => Issue) =>
    inTurn(() => replace(target, id, base, make))
  return {
    lookUp: (id) =>
      attempt(target, 'publish.not-sent', async () => {
        const shelf = getShelf(target.url)
        const stored = await readStored(shelf, id)
        return stored === null ? null : describeStored(shelf, stored)
      }),
    putArticle: (article, base) =>
      write(getUuid(article), base, () => ({ article, page: formatPage(article) })),
    putPhoto: (sha256, read) => inTurn(() => keepFile(target, ['photos', `${sha256}.jpg`], sha256, read)),
    putAttachment: (sha256, read) =>
      inTurn(() => keepFile(target, ['lampiran', `${sha256}.pdf`], sha256, read)),
    withdraw: (id, reason, base) => write(id, base, (before) => withdrawStored(target, before, reason)),
    test: () => attempt(target, 'publish.not-sent', () => tryFolder(target.url)),
  }
}

async function replace(
  target: Target,
  id: string,
  base: string | null,
  make: (before: StoredArticle | null) => Issue,
): Promise<Held> {
  const shelf = await attempt(target, 'publish.not-sent', () => openShelf(target.url))
  if (shelf === null) throw fail(target, 'publish.rejected', 'outside')
  const before = await attempt(target, 'publish.not-sent', () => readStored(shelf, id))
  const version = before === null ? null : computeSha256(before.bytes)
  if (version !== base) throw fail(target, 'publish.conflict', 'changed')
  const issue = await attempt(target, 'publish.rejected', async () => make(before))
  return attempt(target, 'publish.outcome-unknown', () => writeIssue(shelf, issue, before))
}

async function keepFile(
  target: Target,
  [place, name]: readonly [string, string],
  sha256: string,
  read: () => Promise<Uint8Array>,
): Promise<void> {
  const folder = await attempt(target, 'publish.not-sent', () => openFileFolder(target.url, place))
  if (folder === null) throw fail(target, 'publish.rejected', 'outside')
  const path = join(folder, name)
  const there = await attempt(target, 'publish.not-sent', () => readOptional(path))
  if (there !== null && computeSha256(there) === sha256) return
  const bytes = await read()
  await attempt(target, 'publish.outcome-unknown', () =>
    writeFileDurably(path, bytes, { files: publicFiles }),
  )
}

/** The article is written after the page: once it is there, all is. */
async function writeIssue(
  shelf: Shelf,
  { article, page }: Issue,
  before: StoredArticle | null,
): Promise<Held> {
  const path = await findPage(shelf, page.slug, article.uri)
  const slug = before === null || before.article === null ? page.slug : formatPage(before.article).slug
  const former = await findPage(shelf, slug, article.uri)
  const bytes = encode(`${JSON.stringify(article, null, 2)}\n`)
  await writeFileDurably(path, encode(page.html), { files: publicFiles })
  await writeFileDurably(join(shelf.articles, `${getUuid(article)}.json`), bytes, { files: publicFiles })
  if (former !== path) await removeFileDurably(former)
  return describeStored(shelf, { article, bytes })
}

function withdrawStored(target: Target, before: StoredArticle | null, reason: string): Issue {
  if (before === null || before.article === null) throw fail(target, 'publish.rejected', 'absent')
  return { article: withdrawArticle(before.article, reason), page: formatNotice(before.article, reason) }
}

/** A folder that is not there yet is made at the first write, if it can be. */
async function tryFolder(folder: string): Promise<void> {
  try {
    await access(folder, constants.W_OK | constants.X_OK)
  } catch (error) {
    if (readSystemCode(error) !== 'ENOENT') throw error
    await access(dirname(folder), constants.W_OK | constants.X_OK)
  }
}

/** Runs one step; what fails there is told as `code`, with the system's own word for it. */
async function attempt<Result>(
  target: Target,
  code: TryErrorCode,
  step: () => Promise<Result>,
): Promise<Result> {
  try {
    return await step()
  } catch (error) {
    if (isRedaksiError(error) && error.code.startsWith('publish.')) throw error
    const cause = isRedaksiError(error) ? error.cause : error
    throw fail(
      target,
      code,
      isRedaksiError(error) && cause === undefined ? error.code : readSystemCode(cause),
      error,
    )
  }
}

function fail(
  target: Target,
  code: TryErrorCode,
  detail: string,
  cause?: unknown,
): RedaksiError<TryErrorCode> {
  return new RedaksiError(code, { target: target.name, detail }, cause)
}

const getUuid = (article: NinjsArticle): string => article.uri.slice('urn:uuid:'.length)

const encode = (text: string): Uint8Array => new TextEncoder().encode(text)
