import type { FirstStep } from '../../../bridge/index.ts'
import { HOUSE_PARTS, type House, type HouseParts } from '../../../newsroom/house/index.ts'
import type { Act } from '../desk.ts'
import { changeHouse } from './house.ts'
import { startFrom } from './templates.ts'

/** Shows the first steps, from the first one, with what is known by now. */
export const showFirstSteps: Act = async ({ client, places }) => {
  places.toggleView('first-steps')
  await client.app.setFirstStep({ step: 'office' })
}

/** Remembers how far somebody is, so that another start goes on from there. */
export function keepFirstStep(step: FirstStep): Act {
  return async ({ client }) => void (await client.app.setFirstStep({ step }))
}

/** Leaves the first steps for good; they can be shown again, and undo does it at once. */
export function leaveFirstSteps(from: FirstStep): Act {
  return async ({ client, places, say, translate, run }) => {
    places.toggleView('first-steps')
    await client.app.setFirstStep({ step: null })
    const undo: Act = async () => {
      await client.app.setFirstStep({ step: from })
      places.toggleView('first-steps')
    }
    say({ words: translate('first-steps.left'), undo: () => run(undo) })
  }
}

/** Ends the first steps with a story of one's own, from a template or empty. */
export function writeFirstStory(template: string | null): Act {
  return async (desk) => {
    await startFrom(template)(desk)
    await desk.client.app.setFirstStep({ step: null })
  }
}

/** Takes over all of a profile that another office has handed out. */
export function adoptHouse(house: House, profile: House, onKept: () => void): Act {
  return changeHouse(
    { base: pickParts(house), changes: pickParts(profile) },
    'first-steps.office.adopted',
    onKept,
  )
}

function pickParts(house: House): HouseParts {
  return Object.fromEntries(HOUSE_PARTS.map((part) => [part, house[part]]))
}
