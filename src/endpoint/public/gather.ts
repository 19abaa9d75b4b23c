import type { Clock } from '../../base/clock.ts'
import { isVisible, type HeldArticle } from '../article.ts'
import type { EndpointStore, ListedArticle, Place } from '../store/store.ts'
import type { Assets } from './assets.ts'
import { type Frame, getOffice, getZone, type Office } from '../../newsroom/public-page/index.ts'
import { FEED_LENGTH, type Feed } from './feeds.ts'
import { PAGE_LENGTH, type FrontPage } from './front-page.ts'
import type { AttachmentShelf } from '../attachments/attachment-shelf.ts'
import type { PhotoShelf } from '../photos/photo-shelf.ts'
import type { ShowStory } from './shown-story.ts'
import type { Zone } from '../../newsroom/formats/index.ts'

/** What the public side works with. */
export interface PublicServices {
  readonly store: EndpointStore
  readonly clock: Clock
  readonly assets: Assets
  readonly showStory: ShowStory
  readonly photos: PhotoShelf
  readonly attachments: AttachmentShelf
  /** What the pages say of the office instead of what the newest story says. */
  readonly office: Partial<Office>
  /** The site's address, without a slash at its end. */
  getOrigin(): string
}

/** How many others a story's page names. */
const OTHERS = 4

/** A page of the list below a place, or the front page when there is none, and its frame. */
export async function readFrontPage(
  services: PublicServices,
  below: Place | null,
): Promise<{ readonly page: FrontPage; readonly frame: Frame }> {
  const { store, clock, showStory } = services
  const listed = await store.listVisible({ now: clock.now(), below, limit: PAGE_LENGTH + 1 })
  const categories = await store.listCategories(clock.now())
  const shown = listed.slice(0, PAGE_LENGTH)
  const older = listed.length > PAGE_LENGTH ? (shown.at(-1) ?? null) : null
  if (below !== null) {
    const frame = await createNewestFrame(services)
    return { page: { listed: shown, isFirst: false, opening: [], older, category: null, categories }, frame }
  }
  const lead = listed[0] === undefined ? null : await store.read(listed[0].uuid)
  const opening = lead === null ? [] : (await showStory(lead)).body.opening
  return {
    page: { listed: shown, isFirst: true, opening, older, category: null, categories },
    frame: createFrame(services, listed[0]?.card),
  }
}

/** The page of a category, or null when no story that readers may see is in it. */
export async function readCategoryPage(
  services: PublicServices,
  slug: string,
  below: Place | null,
): Promise<{ readonly page: FrontPage; readonly frame: Frame } | null> {
  const { store, clock } = services
  const now = clock.now()
  const categories = await store.listCategories(now)
  const category = categories.find((each) => each.slug === slug)
  if (category === undefined) return null
  const listed = await store.listVisible({ now, below, limit: PAGE_LENGTH + 1, category: slug })
  const shown = listed.slice(0, PAGE_LENGTH)
  const older = listed.length > PAGE_LENGTH ? (shown.at(-1) ?? null) : null
  const page = { listed: shown, isFirst: below === null, opening: [], older, category, categories }
  return { page, frame: await createNewestFrame(services) }
}

/** The newest stories but one: those that its page names below it. */
export async function readOthers(
  { store, clock }: PublicServices,
  uuid: string,
): Promise<readonly ListedArticle[]> {
  const listed = await store.listVisible({ now: clock.now(), below: null, limit: OTHERS + 1 })
  return listed.filter((each) => each.uuid !== uuid).slice(0, OTHERS)
}

/** What the feeds hold now. */
export async function readFeed(services: PublicServices): Promise<Feed> {
  const { store, clock, getOrigin, showStory } = services
  const now = clock.now()
  const listed = await store.listVisible({ now, below: null, limit: FEED_LENGTH })
  const read = await Promise.all(listed.map((each) => store.read(each.uuid)))
  // A story may have been withdrawn between the list and the reading of it.
  const visible = read.filter((held): held is HeldArticle => held !== null && isVisible(held, now))
  const stories = await Promise.all(visible.map(showStory))
  return { stories, office: createFrame(services, listed[0]?.card).office, origin: getOrigin() }
}

/** The frame around a held story, which says itself whose it is. */
export function createStoryFrame(services: PublicServices, { article }: HeldArticle): Frame {
  return createFrame(services, { office: getOffice(article), zone: getZone(article) })
}

/** The frame around what is no story: it says what the newest one says. */
export async function createNewestFrame(services: PublicServices): Promise<Frame> {
  const { store, clock } = services
  const [newest] = await store.listVisible({ now: clock.now(), below: null, limit: 1 })
  return createFrame(services, newest?.card)
}

/** The frame when nothing is known, or nothing can be read. */
export function createFrame(
  services: PublicServices,
  said: { readonly office: Office; readonly zone: Zone } | undefined,
): Frame {
  return {
    office: { name: '', short: '', site: '', place: '', ...said?.office, ...services.office },
    zone: said?.zone ?? 'WIB',
    now: services.clock.now(),
    origin: services.getOrigin(),
    assets: services.assets,
  }
}
