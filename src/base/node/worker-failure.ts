import { isRedaksiError, RedaksiError, type ErrorCode, type ErrorDetails } from '../errors.ts'

/** An error on its way out of a worker: what a thread sends has no class. */
export interface WorkerFailure {
  readonly kind: 'failure'
  /** Null for a bug. */
  readonly code: string | null
  readonly details: ErrorDetails
  readonly words: string
}

/** An error as a worker sends it. */
export function describeFailure(error: unknown): WorkerFailure {
  const known = isRedaksiError(error) ? error : null
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { kind: 'failure', code: known?.code ?? null, details: known?.details ?? {}, words }
}

/** The error that a worker sent. */
export function restoreFailure({ code, details, words }: WorkerFailure): Error {
  return isCode(code) ? new RedaksiError(code, details) : new Error(words)
}

function isCode(code: string | null): code is ErrorCode {
  return code !== null && code.includes('.')
}
