import type { Story } from '../../../story/index.ts'
import { getBlockText } from '../../../story/index.ts'
import {
  compileQuery,
  findFrom,
  findInTexts,
  MOST_FOUND,
  type FindQuery,
  type FoundText,
  type SearchedText,
} from '../../find-text.ts'
import { planReplacements, type Replacement } from '../../replacement.ts'
import type { StoryPlace } from './find-request.ts'
import type { PatternRequest } from './find-worker.ts'
import type { PatternAnswer } from './search-pattern.ts'

/** What finding and replacing stand at. */
export interface FindState {
  readonly query: FindQuery
  readonly replacement: string
  /** `invalid`: no pattern; `slow`: one that takes too long; `unavailable`: the part that looks could not be fetched. */
  readonly outcome: 'nothing' | 'searching' | 'found' | 'invalid' | 'slow' | 'unavailable'
  readonly texts: readonly SearchedText[]
  readonly found: readonly FoundText[]
  /** There are more than were gathered. */
  readonly isMore: boolean
  /** The find that one is at, by its place in `found`. */
  readonly current: number | null
}

/** What the store works with. */
export interface FindDesk {
  getStory(): Story
  /** Where the caret is, or was. */
  getCaret(): StoryPlace | null
  searchPattern(request: PatternRequest, signal: AbortSignal): Promise<PatternAnswer>
}

/** Finds in the open story, and keeps the finds in step with it. It never changes the story itself. */
export interface FindStore {
  getState(): FindState
  subscribe(listener: () => void): () => void
  setQuery(part: Partial<FindQuery>): void
  setReplacement(replacement: string): void
  /** Goes to the next find or the one before it, round the ends; from a place in the story, if there is one. */
  go(step: 1 | -1, from?: StoryPlace | null): void
  /** Looks again, because the story has changed, or to go on from another place of it. */
  refresh(from?: StoryPlace | null): void
  /** What each find would become. */
  plan(found?: readonly FoundText[]): readonly Replacement[]
  dispose(): void
}

export const NOTHING_ASKED: FindQuery = { text: '', matchCase: false, wholeWord: false, isPattern: false }

/** Makes a store; `started` is what was looked for last. */
export function createFindStore(
  desk: FindDesk,
  started: Pick<FindState, 'query' | 'replacement'> = { query: NOTHING_ASKED, replacement: '' },
): FindStore {
  const listeners = new Set<() => void>()
  let state: FindState = {
    ...started,
    ...{ outcome: 'nothing', texts: [], found: [], isMore: false, current: null },
  }
  let asked = new AbortController()

  function put(part: Partial<FindState>): void {
    state = { ...state, ...part }
    for (const listener of listeners) listener()
  }
  function search(place: StoryPlace | null = null): void {
    asked.abort()
    asked = new AbortController()
    const { query } = state
    const { signal } = asked
    const texts = listTexts(desk.getStory())
    const settle = (answer: PatternAnswer) =>
      put(settleFound(texts, answer, place ?? readPlace(state) ?? desk.getCaret()))
    const expression = compileQuery(query)
    if (expression === null) {
      put({ ...settleFound(texts, [], null), outcome: query.text === '' ? 'nothing' : 'invalid' })
    } else if (!query.isPattern) settle(findInTexts(texts, expression))
    else {
      put({ outcome: 'searching' })
      void desk.searchPattern({ query, texts }, signal).then((answer) => {
        if (!signal.aborted) settle(answer)
      })
    }
  }
  return {
    getState: () => state,
    subscribe(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    setQuery(part) {
      put({ query: { ...state.query, ...part } })
      search()
    },
    setReplacement: (replacement) => put({ replacement }),
    go(step, from = null) {
      const { found, texts, current } = state
      // What lies behind a place is one step on from what lies before it.
      const behind = from === null ? null : findFrom(found, texts, from)
      const next = behind === null ? (current ?? -1) + step : step === 1 ? behind : behind - 1
      if (found.length > 0) put({ current: (next + found.length) % found.length })
    },
    refresh: search,
    plan: (found = state.found) =>
      planReplacements(state.texts, found, state.replacement, state.query.isPattern),
    dispose: () => asked.abort(),
  }
}

function settleFound(
  texts: readonly SearchedText[],
  answer: PatternAnswer,
  from: StoryPlace | null,
): Pick<FindState, 'texts' | 'found' | 'current' | 'outcome' | 'isMore'> {
  const found = typeof answer === 'string' ? [] : answer
  return {
    texts,
    found,
    current: findFrom(found, texts, from ?? { at: 'headline', offset: 0 }),
    outcome: typeof answer === 'string' ? answer : 'found',
    isMore: found.length === MOST_FOUND,
  }
}

/** The texts that are looked through, in reading order. */
function listTexts({ headline, blocks }: Story): readonly SearchedText[] {
  return [
    { at: 'headline', text: headline },
    ...blocks.map((block) => ({ at: block.id, text: getBlockText(block) })),
  ]
}

function readPlace({ found, current }: FindState): StoryPlace | null {
  const at = current === null ? undefined : found[current]
  return at === undefined ? null : { at: at.at, offset: at.start }
}
