import type { AppContract, Handlers } from '../bridge/index.ts'
import type { Draft } from '../newsroom/drafts/index.ts'
import type { Newsroom } from './newsroom.ts'
import { addSamples, findSamples, removeSamples } from './samples.ts'

type Samples = Pick<Handlers<AppContract>['drafts'], 'addSamples' | 'removeSamples'>

/** Answers for the sample stories. `told` hears of each that has changed; `read` says which drafts are samples. */
export function createSampleHandlers(newsroom: Newsroom, told: (changed: Promise<Draft>) => Promise<Draft>) {
  const { drafts } = newsroom.library
  let known: Promise<ReadonlySet<string>> | null = null
  const tellAll = async (ids: readonly string[]): Promise<void> => {
    for (const id of ids) await told(drafts.read(id))
  }
  const handlers: Samples = {
    async addSamples() {
      const ids = await addSamples(newsroom)
      known = null
      await tellAll(ids)
      return { ids }
    },
    async removeSamples() {
      const result = await removeSamples(newsroom)
      await tellAll(result.removed)
      return result
    },
  }
  return {
    handlers,
    // Which drafts came as samples does not change by itself, and the list is read with every key of a search.
    async read(): Promise<ReadonlySet<string>> {
      known ??= findSamples(newsroom).then((ids) => new Set(ids))
      try {
        return await known
      } catch (error) {
        known = null
        throw error
      }
    },
  }
}
