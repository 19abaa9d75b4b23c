import { createHash } from 'node:crypto'
import { z, ZodError } from 'zod'
import { formatCanonicalJson } from '../../base/canonical-json.ts'
import { RedaksiError } from '../../base/errors.ts'
import { parseNinjsArticle, type NinjsArticle } from '../../newsroom/formats/index.ts'
import { makeSlug } from '../../newsroom/story/index.ts'
import {
  cleanArticleBody,
  createArticleCard,
  getHeadline,
  listArticleCategories,
  listArticlePhotos,
} from '../../newsroom/public-page/index.ts'
import type { PublicWrite } from '../store/store.ts'
import type { HeldFiles } from './require-files.ts'

const paramsSchema = z.object({ uuid: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/) })
const querySchema = z.strictObject({
  since: z
    .string()
    .regex(/^\d{1,15}$/)
    .default('0')
    .transform(Number),
  limit: z
    .string()
    .regex(/^\d{1,4}$/)
    .default('100')
    .transform(Number)
    .pipe(z.int().min(1).max(500)),
})
/** The reason is for readers: one or a few sentences. */
const reasonSchema = z.strictObject({ reason: z.string().max(2000).regex(/\S/u) })

/** The story a path names. Throws `endpoint.article-not-found` when it names none. */
export function parseUuid(params: unknown): string {
  const parsed = paramsSchema.safeParse(params)
  if (!parsed.success) throw new RedaksiError('endpoint.article-not-found')
  return parsed.data.uuid
}

/** Which part of the list of changes is asked for. Throws `endpoint.query-invalid`. */
export function parseQuery(query: unknown): z.infer<typeof querySchema> {
  const parsed = querySchema.safeParse(query)
  if (!parsed.success) throw new RedaksiError('endpoint.query-invalid', describeIssue(parsed.error))
  return parsed.data
}

/** A withdrawal's reason. Throws `endpoint.withdrawal-invalid`. */
export function parseReason(body: unknown): string {
  const parsed = reasonSchema.safeParse(body)
  if (!parsed.success) throw new RedaksiError('endpoint.withdrawal-invalid', describeIssue(parsed.error))
  return parsed.data.reason
}

/** A put article. Throws `endpoint.article-invalid` {place, reason}, `-uri-mismatch` and `-not-for-readers`. */
export function parsePut(request: unknown, uuid: string): NinjsArticle {
  const article = parseNinjs(request)
  requireReadable(article, uuid)
  return article
}

/**
 * The write that a put article asks for, all but its version and instant. `held` are its photos and attachments. Throws
 * `endpoint.no-text`: nothing is held that would show readers an empty page.
 */
export function prepareWrite(article: NinjsArticle, held: HeldFiles): Omit<PublicWrite, 'version' | 'at'> {
  const body = cleanArticleBody(article, held.photos)
  if (getHeadline(article).trim() === '' || body.html.text === '') throw new RedaksiError('endpoint.no-text')
  const sha256 = createHash('sha256').update(formatCanonicalJson(article)).digest('hex')
  const slug = makeSlug(article.slugline ?? getHeadline(article))
  const card = createArticleCard(article, body, listArticlePhotos(article, held.photos))
  const categories = listArticleCategories(article)
  return {
    state: 'public',
    article,
    sha256,
    slug,
    card,
    categories,
    files: [...held.photos.keys(), ...held.attachments.keys()],
  }
}

function requireReadable(article: NinjsArticle, uuid: string): void {
  if (article.uri !== `urn:uuid:${uuid}`)
    throw new RedaksiError('endpoint.uri-mismatch', { uri: article.uri, uuid })
  const status = article.pubStatus ?? 'usable'
  if (status !== 'usable') throw new RedaksiError('endpoint.not-for-readers', { status })
}

function parseNinjs(body: unknown): NinjsArticle {
  try {
    return parseNinjsArticle(body)
  } catch (error) {
    if (error instanceof ZodError)
      throw new RedaksiError('endpoint.article-invalid', describeIssue(error), error)
    throw error
  }
}

/** The first thing that is wrong, and where. */
function describeIssue(error: ZodError): { readonly place: string; readonly reason: string } {
  const issue = error.issues[0]
  const place = issue === undefined || issue.path.length === 0 ? '/' : `/${issue.path.map(String).join('/')}`
  return { place, reason: issue?.message ?? '' }
}
