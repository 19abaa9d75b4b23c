import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, extname, join, relative, sep } from 'node:path'
import { RedaksiError } from '../base/errors.ts'
import type { BackendErrorCode } from './contract.ts'

/** One file of the built page. */
export interface PageFile {
  readonly bytes: Uint8Array
  readonly mediaType: string
  readonly cacheControl: string
  readonly etag: string
}

/** The application. */
export const APP_PAGE = '/index.html'
/** What is shown to who has no session: it takes the token from the address, or says what to do. */
export const DOOR_PAGE = '/door.html'

const MEDIA_TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webp': 'image/webp',
  '.woff2': 'font/woff2',
}

/** A name that the bundler made of the file's contents: it never means anything else. */
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/

/**
 * Reads the built page whole, by the paths it is asked for under. Only what was there is ever served, so no path can
 * lead out of the folder, and a build that replaces it meanwhile does not mix two. Fails with `page.not-built`.
 */
export async function readPageFiles(folder: string, locale: string): Promise<ReadonlyMap<string, PageFile>> {
  const files = new Map<string, PageFile>()
  for (const name of await listNames(folder)) {
    const mediaType = MEDIA_TYPES[extname(name)]
    // What is hidden, or of no kind that a page is made of, is a tool's.
    if (mediaType === undefined || basename(name).startsWith('.')) continue
    const path = `/${relative(folder, name).split(sep).join('/')}`
    files.set(path, createPageFile(path, mediaType, await readFile(name), locale))
  }
  if (!files.has(APP_PAGE) || !files.has(DOOR_PAGE))
    throw new RedaksiError<BackendErrorCode>('page.not-built', { folder })
  return files
}

async function listNames(folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name))
  } catch (cause) {
    throw new RedaksiError<BackendErrorCode>('page.not-built', { folder }, cause)
  }
}

function createPageFile(path: string, mediaType: string, read: Buffer, locale: string): PageFile {
  // The page's first word on its language: it is right before a line of script has run.
  const bytes =
    extname(path) === '.html'
      ? Buffer.from(read.toString('utf8').replace(/<html lang="\w+"/, `<html lang="${locale}"`))
      : read
  return {
    bytes,
    mediaType,
    cacheControl: getCacheControl(path),
    etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`,
  }
}

/** A page must never be an old one: it names the assets of its build. */
function getCacheControl(path: string): string {
  if (extname(path) === '.html') return 'no-store'
  return HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache'
}
