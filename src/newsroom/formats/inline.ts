import type { Run } from '../story/index.ts'
import { cleanRuns } from './runs.ts'

/** A text with nested marks, as HTML and Markdown write it: links outermost, then bold, then italic. */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'bold' | 'italic'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly address: string; readonly children: readonly Inline[] }

/** Nests runs so that a mark that goes on over several runs is opened once: a link stays one link. Links are cleaned. */
export function nestRuns(runs: readonly Run[]): readonly Inline[] {
  return nestLinks(cleanRuns(runs))
}

function nestLinks(runs: readonly Run[]): readonly Inline[] {
  return group(runs, (run) => run.link).flatMap(({ value, members }): readonly Inline[] =>
    value === undefined ? nestBold(members) : [{ kind: 'link', address: value, children: nestBold(members) }],
  )
}

function nestBold(runs: readonly Run[]): readonly Inline[] {
  return group(runs, (run) => run.bold).flatMap(({ value, members }): readonly Inline[] =>
    value === undefined ? nestItalic(members) : [{ kind: 'bold', children: nestItalic(members) }],
  )
}

function nestItalic(runs: readonly Run[]): readonly Inline[] {
  return group(runs, (run) => run.italic).flatMap(({ value, members }): readonly Inline[] => {
    const texts = members.map(({ text }): Inline => ({ kind: 'text', text }))
    return value === undefined ? texts : [{ kind: 'italic', children: texts }]
  })
}

function group<Value>(
  runs: readonly Run[],
  read: (run: Run) => Value,
): readonly { value: Value; members: readonly Run[] }[] {
  const groups: { value: Value; members: Run[] }[] = []
  for (const run of runs) {
    const last = groups.at(-1)
    const value = read(run)
    if (last !== undefined && last.value === value) last.members.push(run)
    else groups.push({ value, members: [run] })
  }
  return groups
}
