/** A code names the slice and what went wrong there: `drafts.not-found`. Text for people is keyed by it. */
export type ErrorCode = `${string}.${string}`

/** Facts about a failure that its message may mention: names, numbers, paths. Never a secret. */
export type ErrorDetails = Readonly<Record<string, string | number | boolean | null>>

/**
 * A failure that was foreseen: it has a code, the facts its message needs, and the foreign error that caused it.
 * A bug is any other error. Foreign errors are turned into this one once, at the edge where they arise.
 */
export class RedaksiError<Code extends ErrorCode = ErrorCode> extends Error {
  readonly code: Code
  readonly details: ErrorDetails

  constructor(code: Code, details: ErrorDetails = {}, cause?: unknown) {
    super(describe(code, details), cause === undefined ? undefined : { cause })
    this.name = 'RedaksiError'
    this.code = code
    this.details = details
  }
}

/** Whether an error is a foreseen failure, and, given a code, whether it is that one. */
export function isRedaksiError<Code extends ErrorCode = ErrorCode>(
  error: unknown,
  code?: Code,
): error is RedaksiError<Code> {
  return error instanceof RedaksiError && (code === undefined || error.code === code)
}

/** Closes a union: a state that nobody handles is a bug, found by the compiler first and here at the latest. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`)
}

function describe(code: ErrorCode, details: ErrorDetails): string {
  const facts = Object.entries(details).map(([name, fact]) => `${name}=${String(fact)}`)
  return facts.length === 0 ? code : `${code} (${facts.join(', ')})`
}
