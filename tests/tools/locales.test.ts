import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { listFiles } from '../../scripts/lib/files.mjs'
import { ROOT } from '../../scripts/lib/pinned-node.mjs'
import { findLocaleProblems, type LocaleFacts } from './locale-problems.ts'

const SOURCES = listFiles(ROOT, ['src']).filter((file) => /\.tsx?$/.test(file))

/** The codes of every contract: the lists it exports, and the keys of its tables. */
async function listCodes(): Promise<readonly string[]> {
  const contracts = SOURCES.filter((file) => file.endsWith('/contract.ts'))
  const modules = await Promise.all(contracts.map((file) => import(pathToFileURL(join(ROOT, file)).href)))
  const names = modules.flatMap((module: object) =>
    Object.values(module).flatMap((value: unknown) => {
      if (Array.isArray(value)) return value
      return typeof value === 'object' && value !== null ? Object.keys(value) : []
    }),
  )
  return [...new Set(names.filter((name) => typeof name === 'string' && /^[a-z-]+\.[a-z-]+$/.test(name)))]
}

function readTexts(locale: 'id' | 'en'): LocaleFacts['texts']['id'] {
  const folder = join(ROOT, 'resources/locales', locale)
  return Object.fromEntries(
    readdirSync(folder).map((file) => [file, JSON.parse(readFileSync(join(folder, file), 'utf8'))]),
  )
}

describe('the locale files', () => {
  it('say every error code and message in both languages, and nothing else', async () => {
    const sources = SOURCES.map((file) => readFileSync(join(ROOT, file), 'utf8'))
    const codes = await listCodes()
    expect(codes.length).toBeGreaterThan(50)
    expect(
      findLocaleProblems({ texts: { id: readTexts('id'), en: readTexts('en') }, codes, sources }),
    ).toEqual([])
  })
})

describe('findLocaleProblems', () => {
  const sound: LocaleFacts = {
    texts: {
      id: {
        'a.json': { 'a.lost': 'Berkas {{path}} hilang.', 'a.hello': 'Halo' },
        'b.json': { 'state.done': 'selesai' },
      },
      en: {
        'a.json': { 'a.lost': '{{path}} is lost.', 'a.hello': 'Hello' },
        'b.json': { 'state.done': 'done' },
      },
    },
    codes: ['a.lost'],
    sources: ["translate('a.hello')", 'translate(`state.${state}`)'],
  }
  const withEnglish = (texts: LocaleFacts['texts']['en']) => ({
    ...sound,
    texts: { ...sound.texts, en: texts },
  })

  it('finds nothing in sound files', () => {
    expect(findLocaleProblems(sound)).toEqual([])
  })

  it.each([
    [
      'a code without a text',
      { ...sound, codes: ['a.lost', 'a.new'] },
      ['a.new: no text in id', 'a.new: no text in en'],
    ],
    [
      'a message without a text',
      { ...sound, sources: [...sound.sources, "translate('a.bye', { name })"] },
      ['a.bye: no text in id', 'a.bye: no text in en'],
    ],
    [
      'a text that is used nowhere',
      { ...sound, sources: ["translate('a.hello')"] },
      ['state.done: used nowhere'],
    ],
    [
      'other placeholders in one language',
      withEnglish({ ...sound.texts.en, 'a.json': { 'a.lost': '{{file}} is lost.', 'a.hello': 'Hello' } }),
      ['a.lost: not the same placeholders'],
    ],
    [
      'a text in another file',
      withEnglish({ 'a.json': { ...sound.texts.en['a.json'], ...sound.texts.en['b.json'] } }),
      ['state.done: not in the same file in both'],
    ],
    [
      'a text in two files',
      withEnglish({ ...sound.texts.en, 'b.json': { 'a.hello': 'Hello', 'state.done': 'done' } }),
      ['a.hello: not in the same file in both', 'a.hello: stands in two files'],
    ],
    [
      'an exclamation mark',
      withEnglish({ ...sound.texts.en, 'b.json': { 'state.done': 'done!' } }),
      ['state.done: an exclamation mark'],
    ],
  ])('finds %s', (_, facts, problems) => {
    expect(findLocaleProblems(facts)).toEqual(problems)
  })
})
