import { toIso } from '../base/clock.ts'
import { getOfficeDay } from '../newsroom/formats/index.ts'
import { createRecap, getMonths, type Period, type Recap } from '../newsroom/recap/index.ts'
import type { Newsroom } from './newsroom.ts'

/** The recap of a period, in step with the outbox and the ledger. */
export async function readRecap({ library, overlay, house }: Newsroom, period: Period): Promise<Recap> {
  await overlay.bringInStep()
  return createRecap(period, await library.drafts.listPublished(getMonths(period)), house)
}

/** The month that it is now, by the office's clock. */
export function getCurrentMonth({ house, surroundings }: Newsroom): Period {
  return getOfficeDay(toIso(surroundings.clock.now()), house.organisation.zone).slice(0, 'YYYY-MM'.length)
}
