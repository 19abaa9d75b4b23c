import { lazy } from 'react'

/**
 * What opens over the page is loaded apart from it, so that the first key does not wait for widgets that nobody has
 * asked for. It is fetched as soon as the page is at rest, from the disk it came from: opening a form waits for nothing.
 */
const load = {
  dateline: () => import('./dateline-form.tsx').then((part) => ({ default: part.DatelineForm })),
  credit: () => import('./credit-form.tsx').then((part) => ({ default: part.CreditForm })),
  link: () => import('./link-form.tsx').then((part) => ({ default: part.LinkForm })),
  kinds: () => import('./kind-list.tsx').then((part) => ({ default: part.KindList })),
}

export const DatelineForm = lazy(load.dateline)
export const CreditForm = lazy(load.credit)
export const LinkForm = lazy(load.link)
export const KindList = lazy(load.kinds)

/** Fetches all of it when the page is at rest. Returns what calls that off. */
export function preloadParts(): () => void {
  const timer = setTimeout(() => void Promise.all(Object.values(load).map((each) => each())), REST_MS)
  return () => clearTimeout(timer)
}

const REST_MS = 1500
