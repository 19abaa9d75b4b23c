import type { Page } from '@playwright/test'
import axe, { type AxeResults, type ElementContext, type RunOptions } from 'axe-core'

export interface AxeOptions {
  /** Rules that are not asked; why not is said where they are left out. */
  readonly without?: readonly string[]
  /** Selectors of what is not looked at. */
  readonly beside?: readonly string[]
}

/**
 * What axe finds in a page as it is now, in light and in dark: a line for each rule that is broken, with the elements that
 * break it. The other theme differs in its colours alone, so that it is asked for its contrast alone.
 */
export async function findViolations(page: Page, options: AxeOptions = {}): Promise<readonly string[]> {
  const found = await listViolations(page, options, { rules: switchOff(options.without ?? []) })
  await page.evaluate(SWITCH_THEME)
  const contrast = await listViolations(page, options, { runOnly: ['color-contrast'] })
  await page.evaluate(SWITCH_THEME)
  return [...found, ...contrast.map((line) => `in the other theme, ${line}`)]
}

/** Shows the theme that is not shown, and waits until no colour is on its way. */
const SWITCH_THEME = `(async () => {
  const { dataset } = document.documentElement
  dataset.theme = dataset.theme === 'dark' ? 'light' : 'dark'
  const ends = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
  await Promise.allSettled(ends.map(({ finished }) => finished))
})()`

/** A program as an expression, whatever it declares. */
function wrap(source: string): string {
  return `(function () { ${source} })()`
}

function switchOff(rules: readonly string[]): NonNullable<RunOptions['rules']> {
  return Object.fromEntries(rules.map((rule) => [rule, { enabled: false }]))
}

async function listViolations(
  page: Page,
  { beside = [] }: AxeOptions,
  options: RunOptions,
): Promise<readonly string[]> {
  const { violations } = await runAxe(page, { include: ['html'], exclude: [...beside] }, options)
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

/** Runs axe in a page, into which it is put once. Of the rules that hold, the names alone are told. Frames are not entered. */
export async function runAxe(
  page: Page,
  context: ElementContext = { include: ['html'] },
  options: RunOptions = {},
): Promise<Pick<AxeResults, 'violations' | 'passes'>> {
  await page.evaluate(`window.axe === undefined && void ${wrap(axe.source)}`)
  const run: RunOptions = { ...options, resultTypes: ['violations'], iframes: false }
  return page.evaluate(`window.axe.run(${JSON.stringify(context)}, ${JSON.stringify(run)})
    .then(({ violations, passes }) => ({ violations, passes: passes.map(({ id }) => ({ id })) }))`)
}
