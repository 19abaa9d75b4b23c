import { useTexts } from '../../../base/ui/texts.tsx'
import type { HouseProblem } from '../../../newsroom/house/index.ts'

/** What is wrong in a form, in words, by the place where it is wrong. */
export interface Problems {
  /** What is wrong at a place, or null. */
  readonly at: (place: string) => string | null
  /** What is wrong first, or null when nothing is. */
  readonly first: string | null
}

/** Says what is wrong. An empty field is not scolded before somebody has tried to keep the form. */
export function useProblems(found: readonly HouseProblem[], isTried: boolean): Problems {
  const { translate } = useTexts()
  const say = ({ reason, words }: HouseProblem) => translate(`settings.problem.${reason}`, { words })
  const shown = found.filter(({ reason }) => isTried || reason !== 'empty')
  const [first] = shown
  return {
    at: (place) => {
      const problem = shown.find(({ at }) => at === place)
      return problem === undefined ? null : say(problem)
    },
    first: first === undefined ? null : say(first),
  }
}
