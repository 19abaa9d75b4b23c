import type { StaffMember } from '../house/index.ts'
import {
  isCreditLineValid,
  type CreditJoin,
  type CreditLine,
  type CreditNames,
  type CreditRule,
} from '../story/index.ts'
import { formatPeople, parsePeople } from './people.ts'

/** What stands in the fields of the credit line's form. */
export interface CreditFormValues {
  readonly writers: string
  readonly editors: string
  readonly photographers: string
  readonly isArchive: boolean
  readonly organisation: string
}

/** Why a credit line cannot be taken: the field, and that it is empty or would not read back. */
export interface CreditFormProblem {
  readonly field: 'writers' | 'editors' | 'photographers' | 'organisation'
  readonly reason: 'missing' | 'unreadable'
}

export interface CreditFormOptions {
  readonly staff: readonly StaffMember[]
  readonly rule: CreditRule
  /** How the line is joined to the text; the form does not change it. */
  readonly join: CreditJoin
}

/** Fills the form from a credit line; an empty form offers the house's organisation. */
export function fillCreditForm(credit: CreditLine | null, organisation: string): CreditFormValues {
  const photo = credit?.photo ?? null
  return {
    writers: credit === null ? '' : formatPeople(credit.writers),
    editors: credit?.editors.join(', ') ?? '',
    photographers: photo?.kind === 'people' ? formatPeople(photo.by) : '',
    isArchive: photo?.kind === 'archive',
    organisation: photo?.organisation ?? organisation,
  }
}

/** Reads the form. Only a line that can be printed and read back as it is comes out; otherwise the first problem does. */
export function readCreditForm(
  values: CreditFormValues,
  options: CreditFormOptions,
): { readonly credit: CreditLine } | { readonly problem: CreditFormProblem } {
  const writers = parsePeople(values.writers, options.staff)
  const editors = parsePeople(values.editors, options.staff)
  const by = values.isArchive ? null : parsePeople(values.photographers, options.staff)
  if (writers === null) return { problem: { field: 'writers', reason: 'missing' } }
  if (!isReadable({ writers }, options)) return { problem: { field: 'writers', reason: 'unreadable' } }
  if (editors === null) return { problem: { field: 'editors', reason: 'missing' } }
  const line = { writers, editors: editors.initials, photo: null, join: options.join }
  if (!isReadable(line, options)) return { problem: { field: 'editors', reason: 'unreadable' } }
  if (by === null && !values.isArchive) return { credit: line }
  return readPhoto(line, by, values.organisation, options)
}

function readPhoto(
  line: CreditLine,
  by: CreditNames | null,
  organisation: string,
  options: CreditFormOptions,
): ReturnType<typeof readCreditForm> {
  if (organisation === '') return { problem: { field: 'organisation', reason: 'missing' } }
  if (!isReadable({ photo: { kind: 'archive', organisation } }, options)) {
    return { problem: { field: 'organisation', reason: 'unreadable' } }
  }
  const photo =
    by === null
      ? ({ kind: 'archive', organisation } as const)
      : ({ kind: 'people', by, organisation } as const)
  const credit = { ...line, photo }
  return isCreditLineValid(credit, options.rule)
    ? { credit }
    : { problem: { field: 'photographers', reason: 'unreadable' } }
}

/** Whether parts of a line read back, with plain ones in place of the rest. */
function isReadable(parts: Partial<CreditLine>, { rule, join }: CreditFormOptions): boolean {
  const plain: CreditLine = {
    writers: { initials: ['ab'], parting: 'comma' },
    editors: ['ab'],
    photo: null,
    join,
  }
  return isCreditLineValid({ ...plain, ...parts }, rule)
}
