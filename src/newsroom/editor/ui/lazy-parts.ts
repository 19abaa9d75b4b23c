import { lazy, type ComponentType } from 'react'
import { loadWidgets } from '../../../base/ui/late.tsx'

/**
 * What opens over the page is loaded apart from it, so that the first key does not wait for widgets that nobody has
 * asked for. It is fetched as soon as the page is at rest, from the disk it came from: opening a form waits for nothing.
 */
const load = {
  dateline: async () => (await import('./dateline-form.tsx')).DatelineForm,
  credit: async () => (await import('./credit-form.tsx')).CreditForm,
  link: async () => (await import('./link-form.tsx')).LinkForm,
  kinds: async () => (await import('./kind-list.tsx')).KindList,
}

export const DatelineForm = createPart(load.dateline)
export const CreditForm = createPart(load.credit)
export const LinkForm = createPart(load.link)
export const KindList = createPart(load.kinds)

function createPart<Props extends object>(part: () => Promise<ComponentType<Props>>) {
  return lazy(async () => ({ default: await loadWidgets(part) }))
}

/** Fetches all of it when the page is at rest. Returns what calls that off. */
export function preloadParts(): () => void {
  const timer = setTimeout(() => void Promise.all(Object.values(load).map((each) => each())), REST_MS)
  return () => clearTimeout(timer)
}

const REST_MS = 1500
