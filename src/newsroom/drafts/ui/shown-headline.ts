import { findBlanksIn } from '../../house/index.ts'

/** A headline as a list shows it: what is still to be filled in stands in angle quotes, `Audiensi ‹lembaga›`. */
export function showHeadline(headline: string): string {
  let shown = ''
  let from = 0
  for (const { label, start, end } of findBlanksIn(headline)) {
    shown += `${headline.slice(from, start)}‹${label}›`
    from = end
  }
  return shown + headline.slice(from)
}
