import { formatNinjs } from '../../../newsroom/formats/index.ts'
import type { House } from '../../../newsroom/house/index.ts'
import type { DraftHead } from '../../../newsroom/drafts/index.ts'
import { listPhotoBlocks, PHOTO_CROPS, type OutgoingPhoto } from '../../../newsroom/photos/index.ts'
import type { PreviewedPhoto } from '../../../newsroom/photos/ui/index.ts'
import {
  cleanArticleBody,
  createArticleCard,
  getOffice,
  getZone,
  listArticlePhotos,
  renderStoryPage,
  type HeldPhoto,
} from '../../../newsroom/public-page/index.ts'
import type { Block, Story } from '../../../newsroom/story/index.ts'

/** What a story is shown with. */
export interface RenderContext {
  readonly house: House
  readonly head: DraftHead
  /** The photos that can be shown, by their ids. */
  readonly photos: ReadonlyMap<string, PreviewedPhoto>
  /** When it would be published: milliseconds since 1970 UTC. */
  readonly now: number
}

const NO_ASSETS = { style: { name: '' }, font: { name: '' }, icon: { name: '' } }

/** A story's page as the site would show it were it published now: the same way through, up to the HTML that readers get. */
export function renderStory(story: Story, { house, head, photos, now }: RenderContext): string {
  const { id, revision, createdAt, updatedAt } = head
  const context = { house, id, revision, createdAt, updatedAt, photos: createCopies(story, photos) }
  const article = formatNinjs(story, context)
  const held = new Map([...photos].map(([name, photo]) => [name, createHeld(photo)]))
  const body = cleanArticleBody(article, held)
  const card = createArticleCard(article, body, listArticlePhotos(article, held))
  const shown = { held: { article, slug: story.slug, publishedAt: now, updatedAt: now }, body, card }
  const zone = getZone(article)
  return renderStoryPage(shown, [], { office: getOffice(article), zone, now, origin: '', assets: NO_ASSETS })
}

/** What would be said of the copies that leave. Their bytes are not made for this. */
function createCopies(
  story: Story,
  photos: RenderContext['photos'],
): ReadonlyMap<Block['id'], OutgoingPhoto> {
  return new Map(
    listPhotoBlocks(story).flatMap((block) => {
      const photo = photos.get(block.photo)
      if (photo === undefined) return []
      const { credit, rights, origin } = photo.record
      const copy = { sha256: block.photo, ...measureCropped(photo), bytes: 1, credit, rights, origin }
      return [[block.id, copy] as const]
    }),
  )
}

function createHeld(photo: PreviewedPhoto): HeldPhoto {
  const { width, height } = measureCropped(photo)
  return { sha256: photo.record.id, width, height, widths: [width], address: photo.preview.source }
}

/** The size of a preview once it is cut to the photo's shape, in pixels. */
function measureCropped({ record, preview: { width, height } }: PreviewedPhoto) {
  const aspect = PHOTO_CROPS[record.crop] ?? width / height
  return width / height > aspect
    ? { width: Math.round(height * aspect), height }
    : { width, height: Math.round(width / aspect) }
}
