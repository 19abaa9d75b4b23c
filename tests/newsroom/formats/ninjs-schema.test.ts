import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatNinjs, parseNinjsArticle } from '../../../src/newsroom/formats/index.ts'
import { arbitraryStory, arbitraryText } from '../../support/arbitraries.ts'
import { aHouse, aLongStory, aStory, DRAFT_CONTEXT } from '../../support/builders.ts'
import {
  createOfficialValidator,
  createSubsetValidator,
  findOfficialSchema,
  type Validate,
} from '../../support/ninjs-schema.ts'

const context = DRAFT_CONTEXT
const photo = { kind: 'photo' as const, photo: 'a'.repeat(64), alt: 'alt', runs: [{ text: 'Keterangan' }] }
const full = aStory({ excerpt: 'Ringkas', tags: ['pemilu'], blocks: ['Isi.', photo] })
const article = formatNinjs(full, context)
const picture = { name: 'photo-1', uri: 'urn:sha256:aa', type: 'picture' }

/** What other makers, and earlier versions of the standard, write: each is one step from a valid article. */
const TRAPS: readonly (readonly [string, unknown])[] = [
  ['no uri', { ...article, uri: undefined }],
  ['a uri that is none', { ...article, uri: 'bukan uri' }],
  ['a number for a revision', { ...article, version: 7 }],
  ['a kind that is not one', { ...article, type: 'article' }],
  ["a number for the standard's version", { ...article, standard: { ...article.standard, version: 3.1 } }],
  ['embargoed, the name of 2.x', { ...article, embargoed: '2025-11-14T00:00:00+07:00' }],
  ['byline, the name of 1.x', { ...article, byline: 'Nurlaila Hapsari' }],
  ['body_xhtml, the name of 1.x', { ...article, body_xhtml: '<p>Isi.</p>' }],
  ['headline, the name of 1.x', { ...article, headline: 'Judul' }],
  ['guid, as Superdesk writes it', { ...article, guid: article.uri }],
  ['names in lower case, of 2.x', { ...article, pubstatus: 'usable' }],
  ["a field of one's own", { ...article, redaksi: true }],
  ['a status that is not one', { ...article, pubStatus: 'cancelled' }],
  ['a completeness that is not one', { ...article, representationType: 'complete' }],
  ['urgency 10', { ...article, urgency: 10 }],
  ['urgency 0', { ...article, urgency: 0 }],
  ['urgency 1.5', { ...article, urgency: 1.5 }],
  ['a time without offset', { ...article, versionCreated: '2025-11-13T10:10:00' }],
  ['a day for a time', { ...article, contentCreated: '2025-11-13' }],
  ['a headline without value', { ...article, headlines: [{ role: 'main' }] }],
  ['a headline as a text', { ...article, headlines: ['Judul'] }],
  ['a body without value', { ...article, bodies: [{ contentType: 'text/plain' }] }],
  ["a body with a field of one's own", { ...article, bodies: [{ value: '', lang: 'id' }] }],
  ['a count that is no integer', { ...article, bodies: [{ value: '', wordCount: 1.5 }] }],
  ['a description without value', { ...article, descriptions: [{ role: 'summary' }] }],
  ['a place that is an object', { ...article, located: { name: 'Tirtasari' } }],
  ['a subject as a text', { ...article, subjects: ['pemilu'] }],
  ['a subject more than wholly relevant', { ...article, subjects: [{ name: 'pemilu', relevance: 101 }] }],
  ['rights without a licence', { ...article, rightsInfo: {} }],
  [
    'rights with two licences',
    { ...article, rightsInfo: { linkedRights: 'https://kpu.go.id', encodedRights: 'x' } },
  ],
  ['a photo without uri', { ...article, associations: [{ ...picture, uri: undefined }] }],
  ['a photo without name', { ...article, associations: [{ ...picture, name: undefined }] }],
  ["a photo with a field of one's own", { ...article, associations: [{ ...picture, alt: 'x' }] }],
  [
    'a rendition without name',
    { ...article, associations: [{ ...picture, renditions: [{ href: 'https://kpu.go.id/a.jpg' }] }] },
  ],
  [
    'a width that is no integer',
    { ...article, associations: [{ ...picture, renditions: [{ name: 'web', width: 960.5 }] }] },
  ],
  [
    'a height that is a text',
    { ...article, associations: [{ ...picture, renditions: [{ name: 'web', height: '640' }] }] },
  ],
]

/** JSON has no undefined: what is left out is left out. */
const toJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value))

function holdsAgainst(validate: Validate): void {
  it('accepts an article with every field that we write', () => {
    expect(validate(toJson(article))).toEqual([])
  })

  it('accepts the fields that targets and corrections add', () => {
    const more = {
      embargoedUntil: '2025-11-14T00:00:00+07:00',
      pubStatus: 'canceled',
      urgency: 5,
      edNote: 'Catatan',
      altIds: [{ role: 'idempotency', value: 'x' }],
    }
    expect(validate(toJson({ ...article, ...more }))).toEqual([])
    expect(parseNinjsArticle(toJson({ ...article, ...more }))).toEqual(toJson({ ...article, ...more }))
  })

  it('accepts photos with their copies, credit and origin', () => {
    const block = full.blocks.find((each) => each.kind === 'photo')
    if (block === undefined) throw new Error('the story has a photo')
    const copy = { sha256: 'b'.repeat(64), width: 1200, height: 800, bytes: 40_000 }
    const said = { credit: 'bgs/KPU Kota Tirtasari', rights: '© KPU', origin: 'ai' as const }
    const photos = new Map([[block.id, { ...copy, ...said }]])
    const written = formatNinjs(full, { ...context, photos })
    expect(validate(toJson(written))).toEqual([])
    expect(parseNinjsArticle(toJson(written))).toEqual(toJson(written))
    expect(written.associations).toMatchObject([{ uri: `urn:sha256:${copy.sha256}`, by: said.credit }])
    expect(written.bodies[0]?.value).toContain(`data-photo="${copy.sha256}"`)
  })

  it('accepts a story of 20,000 words', () => {
    expect(validate(toJson(formatNinjs(aLongStory(20_000), context)))).toEqual([])
  })

  it('accepts every article that we write, which our own parser takes too', () => {
    fc.assert(
      fc.property(
        arbitraryStory({ text: arbitraryText() }),
        fc.constantFrom('WIB', 'WITA', 'WIT'),
        (story, zone) => {
          const house = aHouse({ organisation: { ...context.house.organisation, zone } })
          const written = toJson(formatNinjs(story, { ...context, house }))
          expect(validate(written)).toEqual([])
          expect(parseNinjsArticle(written)).toEqual(written)
        },
      ),
      { numRuns: 200 },
    )
  })

  it.each(TRAPS)('refuses %s', (_, document) => {
    expect(validate(toJson(document))).not.toEqual([])
  })
}

describe('ninjs 3.1 by our own reading', () => {
  holdsAgainst(createSubsetValidator())
})

describe('our own parser of articles', () => {
  it.each(TRAPS)('refuses %s', (_, document) => {
    expect(() => parseNinjsArticle(toJson(document))).toThrow()
  })
})

const official = findOfficialSchema()
const name = "ninjs 3.1 by the IPTC's own schema"
describe.skipIf(official === null)(
  official === null ? `${name} (not given: set NINJS_SCHEMA to the path of ninjs-schema_3.1.json)` : name,
  () => holdsAgainst(official === null ? () => [] : createOfficialValidator(official)),
)
