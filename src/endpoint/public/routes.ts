import { createHash } from 'node:crypto'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { RedaksiError } from '../../base/errors.ts'
import { isVisible } from '../article.ts'
import { isFresh } from '../protocol/preconditions.ts'
import type { Asset } from './assets.ts'
import { renderJsonFeed, renderRss } from './feeds.ts'
import { parsePlace, renderFrontPage } from './front-page.ts'
import {
  createFrame,
  createNewestFrame,
  createStoryFrame,
  readCategoryPage,
  readFeed,
  readFrontPage,
  readOthers,
  type PublicServices,
} from './gather.ts'
import { addAttachmentRoute } from './attachment-route.ts'
import { addPhotoRoute } from './photo-route.ts'
import { renderFailurePage, renderMissingPage, renderWithdrawnPage } from './notice-pages.ts'
import { renderStoryPage } from '../../newsroom/public-page/index.ts'

const PAGE = { config: { isPage: true } }
const HTML = 'text/html; charset=utf-8'

/** Adds what readers see: the front page, stories, feeds and the files they load. */
export function addPublicRoutes(app: FastifyInstance, services: PublicServices): void {
  const { store, clock, assets, showStory } = services

  addLists(app, services)

  app.get<{ Params: { readonly slug: string } }>('/berita/:slug', PAGE, async (request, reply) => {
    const { slug } = request.params
    const held = await store.readBySlug(slug)
    if (held === null || (held.state === 'public' && !isVisible(held, clock.now())))
      throw new RedaksiError('endpoint.not-found')
    if (held.slug !== slug)
      return reply.header('Cache-Control', 'no-cache').redirect(`/berita/${held.slug}`, 301)
    const frame = createStoryFrame(services, held)
    if (held.state === 'withdrawn') return sendNotice(reply.code(410), renderWithdrawnPage(held, frame))
    const others = await readOthers(services, held.uuid)
    return sendFresh(request, reply, HTML, renderStoryPage(await showStory(held), others, frame))
  })

  app.get('/feed.xml', async (request, reply) =>
    sendFresh(request, reply, 'application/rss+xml; charset=utf-8', renderRss(await readFeed(services))),
  )

  app.get('/feed.json', async (request, reply) =>
    sendFresh(
      request,
      reply,
      'application/feed+json; charset=utf-8',
      renderJsonFeed(await readFeed(services)),
    ),
  )

  addPhotoRoute(app, services)
  addAttachmentRoute(app, services)

  app.get<{ Params: { readonly name: string } }>('/aset/:name', async (request, reply) => {
    const files: readonly Asset[] = [assets.style, assets.font, assets.icon]
    const asset = files.find((each) => each.name === request.params.name)
    if (asset === undefined) throw new RedaksiError('endpoint.not-found')
    return reply
      .header('Cache-Control', 'public, max-age=31536000, immutable')
      .type(asset.type)
      .send(asset.bytes)
  })
}

/** The front page, the categories', and what came before. */
function addLists(app: FastifyInstance, services: PublicServices): void {
  app.get<{ Querystring: { readonly sebelum?: unknown } }>('/', PAGE, async (request, reply) => {
    const { sebelum } = request.query
    const below = parsePlace(sebelum)
    if (sebelum !== undefined && below === null) throw new RedaksiError('endpoint.not-found')
    const { page, frame } = await readFrontPage(services, below)
    return sendFresh(request, reply, HTML, renderFrontPage(page, frame))
  })

  app.get<{ Params: { readonly slug: string }; Querystring: { readonly sebelum?: unknown } }>(
    '/kategori/:slug',
    PAGE,
    async (request, reply) => {
      const { sebelum } = request.query
      const below = parsePlace(sebelum)
      if (sebelum !== undefined && below === null) throw new RedaksiError('endpoint.not-found')
      const found = await readCategoryPage(services, request.params.slug, below)
      if (found === null) throw new RedaksiError('endpoint.not-found')
      return sendFresh(request, reply, HTML, renderFrontPage(found.page, found.frame))
    },
  )
}

/** The page that says to a reader what a problem document says to a program. */
export async function sendProblemPage(
  reply: FastifyReply,
  status: number,
  services: PublicServices,
): Promise<FastifyReply> {
  // The store may be what fails: then the page is built without it.
  if (status >= 500)
    return sendNotice(reply.code(status), renderFailurePage(createFrame(services, undefined)))
  return sendNotice(reply.code(status), renderMissingPage(await createNewestFrame(services)))
}

/** Sends what may be kept and must be asked for again each time: a withdrawal holds from the moment it is made. */
function sendFresh(request: FastifyRequest, reply: FastifyReply, type: string, text: string): FastifyReply {
  const etag = `"${createHash('sha256').update(text).digest('base64url').slice(0, 22)}"`
  reply.headers({ ETag: etag, 'Cache-Control': 'public, no-cache' })
  if (isFresh(request.headers['if-none-match'], etag)) return reply.code(304).send()
  return reply.type(type).send(text)
}

function sendNotice(reply: FastifyReply, page: string): FastifyReply {
  return reply.header('Cache-Control', 'no-cache').type(HTML).send(page)
}
