import { formatCanonicalJson } from '../../base/canonical-json.ts'
import { makeCategorySlug, type House } from '../house/index.ts'
import { PHOTO_ORIGINS, replacePhotos, type OutgoingPhoto } from '../photos/index.ts'
import { getBlockText, type Attachment, type Block, type Story } from '../story/index.ts'
import { countCharacters, countWords } from './count.ts'
import { formatHtml } from './html-body.ts'
import {
  NINJS_SCHEMA,
  NINJS_VERSION,
  type NinjsArticle,
  type NinjsAttachment,
  type NinjsPhoto,
} from './ninjs-article.ts'
import { formatMidnight, formatOfficeTime } from './office-time.ts'
import { formatTextBody } from './text.ts'

/** What a draft knows beside its story: an article needs a name, a revision and its times. */
export interface NinjsContext {
  readonly house: House
  /** A lower-case UUID. */
  readonly id: string
  readonly revision: number
  /** ISO 8601 in UTC. */
  readonly createdAt: string
  readonly updatedAt: string
  /** The copies that leave with it, by their blocks' ids; without one a photo is named as the story names it. */
  readonly photos?: ReadonlyMap<Block['id'], OutgoingPhoto>
  /** The sizes of the attachments that the library has, in bytes, by their files' digests. */
  readonly attachments?: ReadonlyMap<string, number>
  /** Where a page finds a photo, by its name; see `HtmlOptions`. */
  readonly photoAddress?: (photo: string) => string | null
  /** Where readers find the story; null as long as nobody knows. */
  readonly address?: string | null
}

type Body = NinjsArticle['bodies'][number]

/**
 * A story as a ninjs 3.1 article. The same story in the same context gives the same article. What the standard has no
 * room for is lost: whether the event's year was stated or assumed.
 */
export function formatNinjs(written: Story, context: NinjsContext): NinjsArticle {
  const { house, id, revision, createdAt, updatedAt, photos = new Map(), attachments = new Map() } = context
  const story = replacePhotos(written, photos)
  const { name, zone, language } = house.organisation
  return {
    uri: `urn:uuid:${id}`,
    type: 'text',
    representationType: 'full',
    standard: { name: 'ninjs', version: NINJS_VERSION, schema: NINJS_SCHEMA },
    version: String(revision),
    firstCreated: formatOfficeTime(createdAt, zone),
    versionCreated: formatOfficeTime(updatedAt, zone),
    ...(story.event === null ? {} : { contentCreated: formatMidnight(story.event.date, zone) }),
    pubStatus: 'usable',
    language,
    copyrightHolder: name,
    headlines: [{ contentType: 'text/plain', role: 'main', value: story.headline }],
    bodies: formatBodies(story, house),
    ...formatSummary(story.excerpt),
    ...(story.credit === null ? {} : { by: formatByline(story.credit.writers.initials, house) }),
    ...(story.dateline === null ? {} : { located: story.dateline.place }),
    slugline: story.slug,
    ...formatSubjects(story),
    infoSources: [story.dateline === null ? { name } : { name, literal: story.dateline.site }],
    ...formatAssociations([
      ...formatPhotos(story.blocks, photos),
      ...formatAttachments(story.attachments ?? [], attachments),
    ]),
  }
}

/** An article's bytes, as text: canonical JSON (RFC 8785), so that two programs agree on them and their digest. */
export function serializeNinjs(article: NinjsArticle): string {
  return formatCanonicalJson(article)
}

function formatBodies(story: Story, house: House): Body[] {
  const proper = { ...story, blocks: story.blocks.filter((block) => block.kind !== 'photo') }
  const text = formatTextBody(proper, house)
  const counts = { charCount: countCharacters(text), wordCount: countWords(text) }
  return [
    { contentType: 'application/xhtml+xml', ...counts, value: formatHtml(story, house, { ids: true }) },
    { contentType: 'text/plain', ...counts, value: formatTextBody(story, house) },
  ]
}

function formatSummary(excerpt: string): Pick<NinjsArticle, 'descriptions'> {
  return excerpt === ''
    ? {}
    : { descriptions: [{ role: 'summary', contentType: 'text/plain', value: excerpt }] }
}

function formatSubjects({ categories = [], tags }: Story): Pick<NinjsArticle, 'subjects'> {
  const subjects = [
    ...categories.map((name) => ({ name, rel: 'category', literal: makeCategorySlug(name) })),
    ...tags.map((name) => ({ name })),
  ]
  return subjects.length === 0 ? {} : { subjects }
}

/** The writers as readers see them: by the staff directory's names; by their initials where it does not know them. */
export function formatByline(initials: readonly string[], house: House): string {
  const names = initials.map((each) => house.staff.find((member) => member.initials === each)?.name ?? each)
  return names.join(', ')
}

function formatPhotos(
  blocks: readonly Block[],
  copies: ReadonlyMap<Block['id'], OutgoingPhoto>,
): readonly NinjsPhoto[] {
  const photos = blocks.flatMap((block) => (block.kind === 'photo' ? [block] : []))
  return photos.map((block, i) => ({
    name: `photo-${i + 1}`,
    uri: `urn:sha256:${block.photo}`,
    type: 'picture' as const,
    descriptions: [
      { role: 'caption', contentType: 'text/plain', value: getBlockText(block) },
      { role: 'alt', contentType: 'text/plain', value: block.alt },
    ],
    ...formatCopy(copies.get(block.id)),
  }))
}

function formatAttachments(
  attachments: readonly Attachment[],
  sizes: ReadonlyMap<string, number>,
): readonly NinjsAttachment[] {
  return attachments.map(({ file, label }, i) => {
    const sizeInBytes = sizes.get(file)
    const size = sizeInBytes === undefined ? {} : { sizeInBytes }
    return {
      name: `attachment-${i + 1}`,
      uri: `urn:sha256:${file}`,
      type: 'text' as const,
      rel: 'attachment' as const,
      headlines: [{ contentType: 'text/plain', value: label }],
      renditions: [{ name: 'original', contentType: 'application/pdf' as const, ...size }],
    }
  })
}

function formatAssociations(
  associations: readonly (NinjsPhoto | NinjsAttachment)[],
): Pick<NinjsArticle, 'associations'> {
  return associations.length === 0 ? {} : { associations: [...associations] }
}

function formatCopy(copy: OutgoingPhoto | undefined): Partial<NinjsPhoto> {
  if (copy === undefined) return {}
  const { credit, rights, origin, width, height, bytes } = copy
  return {
    ...(credit === '' ? {} : { by: credit }),
    ...(rights === '' ? {} : { copyrightNotice: rights }),
    digitalSourceType: { name: origin, uri: PHOTO_ORIGINS[origin] },
    renditions: [{ name: 'full', contentType: 'image/jpeg', width, height, sizeInBytes: bytes }],
  }
}
