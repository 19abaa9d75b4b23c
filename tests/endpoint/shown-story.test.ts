import { describe, expect, it } from 'vitest'
import type { HeldArticle } from '../../src/endpoint/article.ts'
import { createShowStory } from '../../src/endpoint/public/shown-story.ts'
import { aBody, anArticle } from './support/articles.ts'
import { NOW } from './support/harness.ts'

function aHeld(sha256: string, article = anArticle(1)): HeldArticle {
  const times = { publishedAt: NOW, updatedAt: NOW, changedAt: NOW }
  return {
    uuid: 'u',
    version: '"v"',
    change: 1,
    state: 'public',
    article,
    sha256,
    slug: 's',
    ...times,
    reason: null,
  }
}

const NOTHING = { find: async () => null }
const NO_FILES = { photos: NOTHING, attachments: NOTHING }

describe('showing stories', () => {
  it('rebuilds an article once, and another article of the same story anew', async () => {
    const show = createShowStory(NO_FILES)
    const first = await show(aHeld('a'))
    expect((await show({ ...aHeld('a'), slug: 'lain' })).body).toBe(first.body)
    expect((await show({ ...aHeld('a'), slug: 'lain' })).held.slug).toBe('lain')
    expect((await show(aHeld('b', aBody('<p>lain</p>')))).body.html.text).toBe('<p>lain</p>')
  })

  it('forgets what was shown longest ago when it keeps too much', async () => {
    const show = createShowStory(NO_FILES)
    const long = aBody(`<p>${'x'.repeat(6_000_000)}</p>`)
    const [a, b] = [(await show(aHeld('a', long))).body, (await show(aHeld('b', long))).body]
    expect((await show(aHeld('a', long))).body).toBe(a)
    await show(aHeld('c', long))
    expect((await show(aHeld('a', long))).body).toBe(a)
    expect((await show(aHeld('b', long))).body).not.toBe(b)
  })
})
