import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'

export interface AxeOptions {
  /** Rules that are not asked; why not is said where they are left out. */
  readonly without?: readonly string[]
  /** Selectors of what is not looked at. */
  readonly beside?: readonly string[]
}

/** What axe finds in a page as it is now: a line for each rule that is broken, with the elements that break it. */
export async function findViolations(
  page: Page,
  { without = [], beside = [] }: AxeOptions = {},
): Promise<readonly string[]> {
  const axe = new AxeBuilder({ page }).disableRules([...without])
  for (const selector of beside) axe.exclude(selector)
  const { violations } = await axe.analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}
