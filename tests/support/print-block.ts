import type { Block } from '../../src/newsroom/story/index.ts'

/** A block as a line: its kind, then its runs, those with marks as `{marks|text}`. */
export function printBlock(block: Block): string {
  const runs = block.runs.map(({ text, ...marks }) => {
    const names = Object.entries(marks).map(([name, value]) =>
      value === true ? name : `${name}=${String(value)}`,
    )
    return names.length === 0 ? text : `{${names.join(' ')}|${text}}`
  })
  return `${block.kind === 'list' && block.ordered ? 'ordered' : block.kind}: ${runs.join('')}`
}
