import { createLate } from '../../../base/ui/late.tsx'

/**
 * What opens over the page is loaded apart from it, so that the first key does not wait for widgets that nobody has
 * asked for. It is fetched as soon as the page is at rest, from the disk it came from: opening a form waits for nothing.
 */

export const DatelineForm = createLate(async () => (await import('./dateline-form.tsx')).DatelineForm, {
  hold: true,
})
export const CreditForm = createLate(async () => (await import('./credit-form.tsx')).CreditForm, {
  hold: true,
})
export const LinkForm = createLate(async () => (await import('./link-form.tsx')).LinkForm, { hold: true })
export const BlockHandle = createLate(async () => (await import('./block-handle.tsx')).BlockHandle, {
  hold: false,
})
export const CaretView = createLate(async () => (await import('./caret-view.tsx')).CaretView, { hold: false })
export const FindBar = createLate(async () => (await import('./find/find-bar.tsx')).FindBar, { hold: true })
export const KindList = createLate(async () => (await import('./kind-list.tsx')).KindList, { hold: true })
