import type { Block, Run } from '../../../../../src/newsroom/story/index.ts'

/** Blocks that a reader should make, in few words: a text, or a run with its marks. */
export type Sketched = Block extends infer Each ? (Each extends Block ? Omit<Each, 'id'> : never) : never
type Sketch = string | Run

function toRuns(sketches: readonly Sketch[]): readonly Run[] {
  return sketches.map((each) => (typeof each === 'string' ? { text: each } : each))
}

export function paragraph(...runs: readonly Sketch[]): Sketched {
  return { kind: 'paragraph', runs: toRuns(runs) }
}

export function heading(...runs: readonly Sketch[]): Sketched {
  return { kind: 'heading', runs: toRuns(runs) }
}

export function quote(...runs: readonly Sketch[]): Sketched {
  return { kind: 'quote', runs: toRuns(runs) }
}

export function item(ordered: boolean, ...runs: readonly Sketch[]): Sketched {
  return { kind: 'list', ordered, runs: toRuns(runs) }
}
