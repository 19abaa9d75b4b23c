import type { CustomScheme } from 'electron'
import { APP_PAGE, DOOR_PAGE, type PageFile } from '../backend/page-files.ts'
import { createPageHeaders, createPagePolicy, insertNonce } from '../backend/page-headers.ts'
import type { RandomBytes } from '../base/ids.ts'
import { isOwnAddress, PAGE_SCHEME } from './own-address.ts'

/** The page's scheme, as safe and as able as https; to be said before the application is ready. */
export const PAGE_SCHEMES: CustomScheme[] = [
  {
    scheme: PAGE_SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
  },
]

/**
 * Makes what answers the page's scheme. Only files that the build holds are ever answered, each by its own name, so no
 * path leads out of them.
 */
export function createPageHandler(
  files: ReadonlyMap<string, PageFile>,
  random: RandomBytes,
): (request: Pick<Request, 'url' | 'method'>) => Response {
  return ({ url, method }) => {
    const path = isOwnAddress(url) && method === 'GET' ? new URL(url).pathname : null
    if (path === '/') return answerPage(files, random)
    const file = path === null || path === APP_PAGE || path === DOOR_PAGE ? undefined : files.get(path)
    return file === undefined ? answerNothing() : answerFile(file)
  }
}

function answerPage(files: ReadonlyMap<string, PageFile>, random: RandomBytes): Response {
  const page = files.get(APP_PAGE)
  if (page === undefined) return answerNothing()
  const nonce = Buffer.from(random(16)).toString('base64')
  const headers = createPageHeaders(createPagePolicy([], nonce))
  return new Response(insertNonce(page.bytes, nonce), {
    headers: { ...headers, 'content-type': page.mediaType, 'cache-control': page.cacheControl },
  })
}

function answerFile({ bytes, mediaType, cacheControl }: PageFile): Response {
  return new Response(Uint8Array.from(bytes), {
    headers: { ...PLAIN_HEADERS, 'content-type': mediaType, 'cache-control': cacheControl },
  })
}

function answerNothing(): Response {
  return new Response(null, { status: 404, headers: PLAIN_HEADERS })
}

const PLAIN_HEADERS = createPageHeaders(createPagePolicy([], null))
