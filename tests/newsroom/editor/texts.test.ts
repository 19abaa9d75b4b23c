import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { EDITOR_TEXTS } from '../../../src/newsroom/editor/index.ts'

describe.each(['id', 'en'])('the editor’s texts in %s', (locale) => {
  const file = new URL(`../../../resources/locales/${locale}/editor.json`, import.meta.url)
  const texts: unknown = JSON.parse(readFileSync(file, 'utf8'))

  it('are all there, and no others', () => {
    expect(Object.keys(texts ?? {}).toSorted()).toEqual(EDITOR_TEXTS.toSorted())
  })

  it('have no exclamation marks and are not empty', () => {
    for (const text of Object.values(texts ?? {})) expect(text).toMatch(/^[^!]+$/)
  })
})
