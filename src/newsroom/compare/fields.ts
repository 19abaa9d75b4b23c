import { isSameJson } from '../../base/same-json.ts'
import type { House } from '../house/index.ts'
import { formatCreditLine, formatDateline, type Story } from '../story/index.ts'
import { compareWords, type Edit } from './words.ts'

/** What a story says beside its blocks, in the order in which it is read. */
export const STORY_FIELDS = [
  'headline',
  'dateline',
  'credit',
  'event',
  'slug',
  'excerpt',
  'tags',
  'categories',
] as const

export type StoryField = (typeof STORY_FIELDS)[number]

/** A field that differs, as it is printed in both. Its edits are of what is printed, and are none when that is the same. */
export interface FieldChange {
  readonly kind: 'field'
  readonly field: StoryField
  readonly before: string
  readonly after: string
  readonly edits: readonly Edit[]
}

/** The house's patterns, by which a dateline and a credit line are printed. */
export type PrintRule = Pick<House, 'dateline' | 'credit'>

/** The fields that differ between two stories. */
export function compareFields(before: Story, after: Story, rule: PrintRule): readonly FieldChange[] {
  return STORY_FIELDS.filter((field) => !isSameJson(before[field], after[field])).map((field) => {
    const [old, now] = [printField(before, field, rule), printField(after, field, rule)]
    return { kind: 'field', field, before: old, after: now, edits: compareWords(old, now) }
  })
}

function printField(story: Story, field: StoryField, rule: PrintRule): string {
  const { dateline, credit, event, tags, categories = [] } = story
  switch (field) {
    case 'dateline':
      return dateline === null ? '' : formatDateline(dateline, rule.dateline.pattern)
    case 'credit':
      return credit === null ? '' : formatCreditLine(credit, rule.credit)
    case 'event':
      return event?.date ?? ''
    case 'tags':
      return tags.join(', ')
    case 'categories':
      return categories.join(', ')
    default:
      return story[field]
  }
}
