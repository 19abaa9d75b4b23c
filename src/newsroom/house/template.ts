import { RedaksiError } from '../../base/errors.ts'
import type { RandomBytes } from '../../base/ids.ts'
import {
  createBlockId,
  getBlockText,
  makeSlug,
  STORY_SCHEMA,
  type Block,
  type Story,
} from '../story/index.ts'
import type { HouseErrorCode } from './contract.ts'
import type { House, Template } from './house.ts'

/** A blank to fill in a template's text: `{{acara}}`. */
const BLANK = /\{\{[^{}\n]{1,60}\}\}/g

/** The template with an id; an unknown one fails with `house.template-unknown`. */
export function getTemplate(house: House, id: string): Template {
  const template = house.templates.find((each) => each.id === id)
  if (template === undefined) {
    const known = house.templates.map((each) => each.id).join(', ')
    throw new RedaksiError<HouseErrorCode>('house.template-unknown', { id, known })
  }
  return template
}

/** Starts a story in the house form: its usual dateline, and a template's texts with their blanks, or one empty block. */
export function createStory(
  house: House,
  options: {
    readonly template?: Template | undefined
    readonly headline?: string | undefined
    readonly random: RandomBytes
  },
): Story {
  const headline = options.headline ?? options.template?.headline ?? ''
  const place = house.dateline.places[0]
  const texts = options.template?.blocks ?? ['']
  return {
    schema: STORY_SCHEMA,
    headline,
    event: null,
    dateline: place === undefined ? null : { place: place.place, site: place.site },
    blocks: texts.map((text): Block => ({
      id: createBlockId(options.random),
      kind: 'paragraph',
      runs: text === '' ? [] : [{ text }],
    })),
    credit: null,
    slug: makeSlug(headline),
    excerpt: '',
    tags: [],
  }
}

/** The blanks of a template that a story still shows, in reading order. One left is reason enough not to publish. */
export function findBlanks(story: Story): readonly string[] {
  return [story.headline, ...story.blocks.map(getBlockText)].flatMap((text) => text.match(BLANK) ?? [])
}
