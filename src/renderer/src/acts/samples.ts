import { loadLateTexts } from '../../../base/ui/late.tsx'
import type { Act } from '../desk.ts'

/** Ends the first steps among the sample stories: all are there, and the first is shown. */
export const lookAround: Act = async ({ client, places, say, translate }) => {
  const { ids } = await client.drafts.addSamples()
  await client.app.setFirstStep({ step: null })
  const [first] = ids
  if (first !== undefined) places.select(first)
  say({ words: translate('first-steps.samples.added', { count: ids.length }) })
}

/** Puts the sample stories into the trash, names those that stay because they were changed, and offers to go back. */
export const removeSamples: Act = async ({ client, places, say, translate, run }) => {
  const [{ removed, kept }] = await Promise.all([client.drafts.removeSamples(), loadLateTexts()])
  const names = kept.map(({ headline }) => `“${headline}”`).join(', ')
  const stayed = kept.length === 0 ? '' : ` ${translate('first-steps.samples.kept', { names })}`
  if (removed.length === 0) return say({ words: `${translate('first-steps.samples.nothing')}${stayed}` })
  for (const id of removed) places.leave(id)
  const undo: Act = async () => {
    for (const id of removed) await client.drafts.untrash({ id })
  }
  const words = `${translate('first-steps.samples.removed', { count: removed.length })}${stayed}`
  say({ words, undo: () => run(undo) })
}
