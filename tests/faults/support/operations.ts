import { DRAFT_OPERATIONS } from './draft-operations.ts'
import { HANDOVER_OPERATIONS } from './handover-operations.ts'
import { LIBRARY_OPERATIONS } from './library-operations.ts'
import type { Operation } from './operation.ts'
import { PUBLISH_OPERATIONS } from './publish-operations.ts'

/** Everything that is killed at each of its steps. */
export const OPERATIONS: readonly Operation[] = [
  ...LIBRARY_OPERATIONS,
  ...DRAFT_OPERATIONS,
  ...HANDOVER_OPERATIONS,
  ...PUBLISH_OPERATIONS,
]

/** The operation of a name. */
export function findOperation(name: string): Operation {
  const found = OPERATIONS.find((operation) => operation.name === name)
  if (found === undefined) throw new Error(`no operation called ${name}`)
  return found
}
