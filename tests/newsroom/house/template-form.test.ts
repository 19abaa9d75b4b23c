import { describe, expect, it } from 'vitest'
import {
  changeFormBlank,
  fillTemplateForm,
  listFormBlanks,
  parseHouse,
  readTemplateForm,
} from '../../../src/newsroom/house/index.ts'
import starter from '../../../resources/house/starter.json'

const { templates } = parseHouse(starter)

describe('the form of a template', () => {
  it.each(templates.map((template) => [template.id, template] as const))(
    'reads %s back as it was',
    (id, template) => {
      const values = fillTemplateForm(template)
      expect(listFormBlanks(values).length).toBeGreaterThan(0)
      const read = readTemplateForm(values, id)
      const { blanks = [], ...rest } = template
      expect(read).toMatchObject({ template: rest })
      const kept = 'template' in read ? (read.template.blanks ?? []) : []
      expect(kept.toSorted((a, b) => a.label.localeCompare(b.label))).toEqual(
        blanks.toSorted((a, b) => a.label.localeCompare(b.label)),
      )
    },
  )

  it('lists the blanks of its texts once, and remembers what was said of one that is typed anew', () => {
    const values = {
      ...fillTemplateForm(null),
      name: 'A',
      headline: 'Rapat {{acara}}',
      body: '{{hari}} {{acara}}',
    }
    expect(listFormBlanks(values).map(({ label, kind }) => [label, kind])).toEqual([
      ['acara', 'text'],
      ['hari', 'text'],
    ])
    const changed = changeFormBlank(values, { label: 'hari', kind: 'date-long', choices: '' })
    const without = { ...changed, body: '{{har' }
    expect(listFormBlanks(without).map(({ label }) => label)).toEqual(['acara'])
    expect(readTemplateForm({ ...without, body: 'a\n\n{{hari}}' }, 'a')).toEqual({
      template: {
        id: 'a',
        name: 'A',
        headline: 'Rapat {{acara}}',
        blocks: ['a', '{{hari}}'],
        blanks: [{ label: 'hari', kind: 'date', form: 'long' }],
      },
    })
  })

  it('is refused without a name, and with a choice of nothing', () => {
    const values = { ...fillTemplateForm(null), body: '{{sarana}}' }
    expect(readTemplateForm(values, 'a')).toEqual({ problem: { reason: 'name-missing' } })
    const choice = changeFormBlank(
      { ...values, name: 'A' },
      { label: 'sarana', kind: 'choice', choices: ' ;' },
    )
    expect(readTemplateForm(choice, 'a')).toEqual({ problem: { reason: 'choices-missing', label: 'sarana' } })
  })
})
