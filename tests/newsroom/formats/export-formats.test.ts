import { describe, expect, it } from 'vitest'
import {
  detectFormat,
  TEXT_FORMATS,
  EXPORT_FORMATS,
  formatText,
  isExportFormat,
  parseHtml,
  parseMarkdown,
  parseNinjs,
} from '../../../src/newsroom/formats/index.ts'
import { aHouse, aStory, DRAFT_CONTEXT, createTestRandom, withoutIds } from '../../support/builders.ts'

const house = aHouse()
const story = aStory()
const options = () => ({ house, random: createTestRandom() })
const write = (name: keyof typeof TEXT_FORMATS) => TEXT_FORMATS[name].format(story, DRAFT_CONTEXT)

describe('EXPORT_FORMATS', () => {
  it('writes every form that can be read back', () => {
    expect(write('txt')).toBe(formatText(story, house))
    expect(withoutIds(parseMarkdown(write('md'), options()).story)).toEqual(withoutIds(story))
    expect(withoutIds(parseHtml(write('html'), options()).story)).toEqual(withoutIds(story))
    expect(parseNinjs(write('ninjs'), options()).story).toEqual(story)
  })

  it('writes what is recognised again, by its name and by its text', () => {
    for (const name of ['txt', 'md', 'html', 'ninjs'] as const) {
      const { extension } = EXPORT_FORMATS[name]
      expect([detectFormat(`berita.${extension}`, ''), detectFormat('berita', write(name))]).toEqual([
        name,
        name,
      ])
    }
  })
})

describe('isExportFormat', () => {
  it('knows the names and nothing that every object has', () => {
    expect(['txt', 'md', 'html', 'ninjs', 'docx', '', 'constructor'].filter(isExportFormat)).toEqual([
      'txt',
      'md',
      'html',
      'ninjs',
      'docx',
    ])
  })
})

describe('detectFormat', () => {
  it.each([
    ['a.TXT', '<!doctype html>', 'txt'],
    ['a.htm', '', 'html'],
    ['a.xhtml', '', 'html'],
    ['a.markdown', '', 'md'],
    ['a.json', '', 'ninjs'],
    ['folder.md/a', 'teks', 'txt'],
    ['a', '\ufeff \n<!DOCTYPE HTML>', 'html'],
    ['a', '<p class="a">', 'html'],
    ['a', '<3 pemilu', 'txt'],
    ['a', '{\n  "uri": "a"', 'ninjs'],
    ['a', '{nama} belum diisi', 'txt'],
    ['a', '# Judul', 'md'],
    ['a', '#pemilu', 'txt'],
    ['a', '', 'txt'],
    ['a.dat', 'Berita Terkini', 'txt'],
  ])('takes %j beginning with %j for %s', (name, text, format) => {
    expect(detectFormat(name, text)).toBe(format)
  })
})
