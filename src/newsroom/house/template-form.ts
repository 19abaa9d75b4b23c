import { splitParagraphs } from '../story/index.ts'
import type { BlankRule } from './blank-rule.ts'
import { findBlanksIn } from './blank.ts'
import type { Template } from './template.ts'

/** The kinds of blank as a form offers them: a date's two forms are two choices. */
export const FORM_KINDS = ['text', 'date-lede', 'date-long', 'place', 'person', 'choice'] as const
export type FormKind = (typeof FORM_KINDS)[number]

/** One blank of the form. `choices` are parted by semicolons, and count for `choice` alone. */
export interface FormBlank {
  readonly label: string
  readonly kind: FormKind
  readonly choices: string
}

/** What stands in a template's form. Paragraphs are parted by blank lines, tags by commas. */
export interface TemplateFormValues {
  readonly name: string
  readonly headline: string
  readonly body: string
  readonly tags: string
  readonly isSeries: boolean
  /** What is known of blanks, of those that the texts no longer hold too: a label is often typed anew. */
  readonly blanks: readonly FormBlank[]
}

/** Why a template cannot be kept: it has no name, or a choice (`label`) has nothing to choose from. */
export type TemplateFormProblem =
  { readonly reason: 'name-missing' } | { readonly reason: 'choices-missing'; readonly label: string }

/** Fills the form from a template, or for a new one. */
export function fillTemplateForm(template: Template | null): TemplateFormValues {
  return {
    name: template?.name ?? '',
    headline: template?.headline ?? '',
    body: template?.blocks.join('\n\n') ?? '',
    tags: template?.tags?.join(', ') ?? '',
    isSeries: template?.series === true,
    blanks: template?.blanks?.map(toFormBlank) ?? [],
  }
}

/** The blanks that the form's texts hold, in reading order, each once. */
export function listFormBlanks({ headline, body, blanks }: TemplateFormValues): readonly FormBlank[] {
  const labels = new Set([headline, body].flatMap((text) => findBlanksIn(text).map(({ label }) => label)))
  return [...labels].map(
    (label) => blanks.find((each) => each.label === label) ?? { label, kind: 'text', choices: '' },
  )
}

/** The form with one of its blanks changed. */
export function changeFormBlank(values: TemplateFormValues, changed: FormBlank): TemplateFormValues {
  const others = values.blanks.filter(({ label }) => label !== changed.label)
  return { ...values, blanks: [...others, changed] }
}

/** Reads the form into the template with this id; otherwise the first problem comes out. */
export function readTemplateForm(
  values: TemplateFormValues,
  id: string,
): { readonly template: Template } | { readonly problem: TemplateFormProblem } {
  const name = values.name.trim()
  if (name === '') return { problem: { reason: 'name-missing' } }
  const rows = listFormBlanks(values)
  const empty = rows.find((row) => row.kind === 'choice' && splitChoices(row.choices).length === 0)
  if (empty !== undefined) return { problem: { reason: 'choices-missing', label: empty.label } }
  const blanks = rows.filter(({ kind }) => kind !== 'text').map(toRule)
  const tags = splitAt(values.tags, ',')
  return {
    template: {
      id,
      name,
      headline: values.headline.trim(),
      blocks: splitParagraphs(values.body.replace(/\r\n?/g, '\n')).map(({ text }) => text),
      ...(blanks.length === 0 ? {} : { blanks }),
      ...(tags.length === 0 ? {} : { tags }),
      ...(values.isSeries ? { series: true as const } : {}),
    },
  }
}

function toFormBlank(rule: BlankRule): FormBlank {
  const { label, kind } = rule
  if (kind === 'date') return { label, kind: `date-${rule.form}`, choices: '' }
  return { label, kind, choices: kind === 'choice' ? rule.choices.join('; ') : '' }
}

function toRule({ label, kind, choices }: FormBlank): BlankRule {
  switch (kind) {
    case 'date-lede':
      return { label, kind: 'date', form: 'lede' }
    case 'date-long':
      return { label, kind: 'date', form: 'long' }
    case 'choice':
      return { label, kind, choices: splitChoices(choices) }
    case 'text':
    case 'place':
    case 'person':
      return { label, kind }
  }
}

function splitChoices(text: string): readonly string[] {
  return splitAt(text, ';')
}

function splitAt(text: string, mark: string): readonly string[] {
  return [...new Set(text.split(mark).map((each) => each.trim()))].filter((each) => each !== '')
}
