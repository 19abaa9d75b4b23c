import { mkdir, open, realpath } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { makeFolderDurably, nodeFiles } from '../../../base/node/durable-write.ts'
import { readSystemCode } from '../../../base/node/failures.ts'
import type { FileSystem } from '../../../base/node/file-system.ts'
import { parseNinjsArticle, type NinjsArticle } from '../../formats/index.ts'
import type { Held } from '../target.ts'
import { computeSha256, digestValue } from './digest.ts'
import { formatPage, isPageOf } from './folder-page.ts'

/** The two folders of a folder target: `articles/<uuid>.json` and `berita/<slug>.html`. */
export interface Shelf {
  readonly articles: string
  readonly pages: string
}

/** `article` is null when the file holds something that is none. */
export interface StoredArticle {
  readonly article: NinjsArticle | null
  readonly bytes: Uint8Array
}

/**
 * The file system for what is published: unlike the library's, its files are for others to read, a web server's user
 * among them, as far as this user's own mask allows.
 */
export const publicFiles: FileSystem = {
  ...nodeFiles,
  create: async (path) => {
    const handle = await open(path, 'wx', 0o666)
    return {
      write: (bytes) => handle.writeFile(bytes),
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  },
  makeFolder: (path) => mkdir(path, { mode: 0o777 }),
}

/** Where a target's two folders are, there or not. */
export function getShelf(folder: string): Shelf {
  return { articles: join(folder, 'articles'), pages: join(folder, 'berita') }
}

/** Makes the two folders. Null when one of them leads out of the target's own: nothing is written through a link. */
export async function openShelf(folder: string): Promise<Shelf | null> {
  const { articles, pages } = getShelf(folder)
  await makeFolderDurably(articles, publicFiles)
  await makeFolderDurably(pages, publicFiles)
  const inside = getShelf(await realpath(folder))
  const isInside = (await realpath(articles)) === inside.articles && (await realpath(pages)) === inside.pages
  return isInside ? { articles, pages } : null
}

/** Makes a folder for files that pages show. Null when it leads out of the target's own. */
export async function openFileFolder(folder: string, name: string): Promise<string | null> {
  const files = join(folder, name)
  await makeFolderDurably(files, publicFiles)
  return (await realpath(files)) === join(await realpath(folder), name) ? files : null
}

/** What a shelf holds of a story, or null. */
export async function readStored(shelf: Shelf, id: string): Promise<StoredArticle | null> {
  const bytes = await readOptional(join(shelf.articles, `${id}.json`))
  return bytes === null ? null : { bytes, article: parseStored(bytes) }
}

/** What a shelf holds, as the port tells it. Something that is no article has a digest all the same: another one. */
export async function describeStored(shelf: Shelf, { article, bytes }: StoredArticle): Promise<Held> {
  const page = article === null ? null : await findPage(shelf, formatPage(article).slug, article.uri)
  return {
    state: article?.pubStatus === 'canceled' ? 'withdrawn' : 'public',
    version: computeSha256(bytes),
    address: page === null ? null : pathToFileURL(page).href,
    sha256: article === null ? computeSha256(bytes) : digestValue(article),
  }
}

/** Where an article's page stands: under its slug, or, when another story has that, with its UUID too. */
export async function findPage(shelf: Shelf, slug: string, uri: string): Promise<string> {
  const plain = join(shelf.pages, `${slug}.html`)
  const there = await readOptional(plain)
  const isFree = there === null || isPageOf(new TextDecoder().decode(there), uri)
  return isFree ? plain : join(shelf.pages, `${slug}-${uri.slice('urn:uuid:'.length)}.html`)
}

function parseStored(bytes: Uint8Array): NinjsArticle | null {
  try {
    return parseNinjsArticle(JSON.parse(new TextDecoder().decode(bytes)))
  } catch {
    return null
  }
}

/** The bytes of a file, or null when there is none. */
export async function readOptional(path: string): Promise<Uint8Array | null> {
  try {
    return await nodeFiles.read(path)
  } catch (error) {
    if (readSystemCode(error) === 'ENOENT') return null
    throw error
  }
}
