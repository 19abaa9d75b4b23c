import { describe, expect, it } from 'vitest'
import {
  addStaff,
  addTemplates,
  createTemplateId,
  formatTemplateFile,
  parseTemplateFile,
  putTemplate,
  removeTemplate,
  type Template,
} from '../../../src/newsroom/house/index.ts'
import { aHouse } from '../../support/builders.ts'

const template = (id: string, over: Partial<Template> = {}): Template => ({
  id,
  name: id,
  headline: '{{acara}}',
  blocks: ['Isi.'],
  ...over,
})
const house = aHouse({ templates: [template('a'), template('b')] })
const listIds = ({ templates }: typeof house) => templates.map(({ id }) => id)

describe('putTemplate', () => {
  it('replaces the one with its id, in its place', () => {
    const next = putTemplate(house, template('a', { name: 'Lain' }))
    expect(next.templates).toEqual([template('a', { name: 'Lain' }), template('b')])
  })

  it('puts a new one at the end, or back where it was', () => {
    expect(listIds(putTemplate(house, template('c')))).toEqual(['a', 'b', 'c'])
    expect(listIds(putTemplate(removeTemplate(house, 'a'), template('a'), 0))).toEqual(['a', 'b'])
  })
})

describe('createTemplateId', () => {
  it('is made of the name and is nobody else’s', () => {
    expect(createTemplateId(house, 'Kunjungan Pelajar')).toBe('kunjungan-pelajar')
    expect(createTemplateId(house, 'A')).toBe('a-2')
  })
})

describe('a file of templates', () => {
  it('is read back as it was written', () => {
    const rule = { label: 'acara', kind: 'choice', choices: ['x'] } as const
    const templates = [template('a', { blanks: [rule], series: true, tags: ['t'] })]
    expect(parseTemplateFile(formatTemplateFile(templates))).toEqual(templates)
  })

  it.each([
    '',
    '[]',
    '{"redaksi":"templates","templates":[{"id":"a"}]}',
    '{"redaksi":"lain","templates":[]}',
  ])('is refused when it is %j', (text) => {
    expect(() => parseTemplateFile(text)).toThrow(expect.objectContaining({ code: 'house.template-file' }))
  })

  it('adds what is new and replaces nothing', () => {
    const changed = template('b', { name: 'Versi lain' })
    const { house: next, added } = addTemplates(house, [template('a'), changed, template('c')])
    expect(added.map(({ id, name }) => [id, name])).toEqual([
      ['b-2', 'Versi lain'],
      ['c', 'c'],
    ])
    expect(listIds(next)).toEqual(['a', 'b', 'b-2', 'c'])
    expect(addTemplates(next, [template('a'), template('c')]).added).toEqual([])
  })
})

describe('addStaff', () => {
  it('refuses initials that are somebody else’s', () => {
    const member = { initials: 'nrl', name: 'Nurul', roles: ['writer'] as const }
    expect(() => addStaff(house, member)).toThrow(expect.objectContaining({ code: 'house.initials-taken' }))
    expect(addStaff(house, { ...member, initials: 'nul' }).staff.at(-1)?.name).toBe('Nurul')
  })
})
