import type { FastifyInstance, FastifyReply } from 'fastify'
import { formatCanonicalJson } from '../../base/canonical-json.ts'
import type { Clock } from '../../base/clock.ts'
import { RedaksiError } from '../../base/errors.ts'
import { createRandomWord, type RandomBytes } from '../../base/ids.ts'
import { decidePut, decideWithdrawal, type HeldArticle } from '../article.ts'
import type { AttachmentShelf } from '../attachments/attachment-shelf.ts'
import type { PhotoShelf } from '../photos/photo-shelf.ts'
import type { ArticleWrite, ChangedArticle, EndpointStore } from '../store/store.ts'
import { isFresh, parsePrecondition } from './preconditions.ts'
import { requireFiles } from './require-files.ts'
import { parsePut, parseQuery, parseReason, parseUuid, prepareWrite } from './requests.ts'

/** What the protocol's routes work with. */
export interface ProtocolServices {
  readonly store: EndpointStore
  readonly photos: PhotoShelf
  readonly attachments: AttachmentShelf
  readonly clock: Clock
  readonly random: RandomBytes
  /** The public address of a slug. */
  getAddress(slug: string): string
}

/** The protocol's version, as `/v1` has it. */
const PROTOCOL = 1

/** Adds the protocol's routes, below `/v1`. What each of them takes and answers is written in `openapi.yaml`. */
export function addProtocolRoutes(app: FastifyInstance, services: ProtocolServices): void {
  const { store, clock, random, getAddress } = services
  const options = { exposeHeadRoute: false }

  app.get('/whoami', options, async (_request, reply) =>
    sendJson(reply, { service: 'redaksi-endpoint', protocol: PROTOCOL }),
  )

  app.get('/articles', options, async (request, reply) => {
    const { since, limit } = parseQuery(request.query)
    const found = await store.listChanges(since, limit + 1)
    const articles = found.slice(0, limit)
    const last = articles.at(-1)
    const next = found.length > limit && last !== undefined ? String(last.change) : null
    return sendJson(reply, { articles: articles.map((each) => describeChange(each, getAddress)), next })
  })

  app.get('/articles/:uuid', options, async (request, reply) => {
    const held = await store.read(parseUuid(request.params))
    if (held === null) throw new RedaksiError('endpoint.article-not-found')
    reply.headers({
      ETag: held.version,
      'Redaksi-State': held.state,
      'Redaksi-Address': getAddress(held.slug),
      'Redaksi-Sha256': held.sha256,
    })
    if (isFresh(request.headers['if-none-match'], held.version))
      return reply.code(304).header('Cache-Control', 'no-store').send()
    return sendJson(reply, held.article)
  })

  app.put('/articles/:uuid', async (request, reply) => {
    const uuid = parseUuid(request.params)
    const precondition = parsePrecondition(request.headers)
    const article = parsePut(request.body, uuid)
    const write = prepareWrite(article, await requireFiles(services, article))
    let isNew = false
    const held = await store.change(uuid, (before): ArticleWrite | null => {
      isNew = before === null
      if (decidePut(before, write.sha256, precondition) === 'same') return null
      return { ...write, version: createVersion(random), at: clock.now() }
    })
    return sendOutcome(reply.code(isNew ? 201 : 200), held, getAddress)
  })

  app.post('/articles/:uuid/withdrawal', async (request, reply) => {
    const uuid = parseUuid(request.params)
    const precondition = parsePrecondition(request.headers)
    const reason = parseReason(request.body)
    const held = await store.change(uuid, (before): ArticleWrite | null => {
      if (decideWithdrawal(before, reason, precondition) === 'same') return null
      return { state: 'withdrawn', reason, version: createVersion(random), at: clock.now() }
    })
    return sendOutcome(reply, held, getAddress)
  })
}

/** Sends JSON to the token's owner. In canonical form: the digest of an article's bytes is its `sha256`. */
export function sendJson(reply: FastifyReply, value: unknown): FastifyReply {
  return reply
    .header('Cache-Control', 'no-store')
    .type('application/json; charset=utf-8')
    .send(formatCanonicalJson(value))
}

function sendOutcome(
  reply: FastifyReply,
  held: HeldArticle | null,
  getAddress: (slug: string) => string,
): FastifyReply {
  if (held === null) throw new RedaksiError('endpoint.article-not-found')
  const { uuid, state, sha256, version, slug } = held
  return sendJson(reply.header('ETag', version), { uuid, state, sha256, version, address: getAddress(slug) })
}

function describeChange(
  article: ChangedArticle,
  getAddress: (slug: string) => string,
): Readonly<Record<string, string>> {
  const { uuid, version, state, sha256, slug, changedAt } = article
  return {
    uuid,
    version,
    state,
    sha256,
    address: getAddress(slug),
    changed: new Date(changedAt).toISOString(),
  }
}

/** Long enough that no two writes ever share one, not even after a store was restored from a copy. */
function createVersion(random: RandomBytes): string {
  return `"${createRandomWord(20, random)}"`
}
