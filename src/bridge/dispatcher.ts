import { z } from 'zod'
import { RedaksiError } from '../base/errors.ts'
import type { MethodOffer, Offer, Typed } from '../base/offer.ts'
import type { BridgeErrorCode } from './contract.ts'
import { wrapError, type Envelope } from './envelope.ts'
import { isWithin } from './measure.ts'

/** The offers of all parts, by the first half of a method's dotted name. */
export type Contract = Readonly<Record<string, Offer>>

type Reply<M extends MethodOffer> = M['reply'] extends Typed<infer R> ? R : never

/** Who answers: for each method of a contract a function that is given the parsed argument. */
export type Handlers<C extends Contract> = {
  readonly [Part in keyof C]: {
    readonly [Name in keyof C[Part]['methods']]: (
      input: z.output<C[Part]['methods'][Name]['input']>,
    ) => Promise<Reply<C[Part]['methods'][Name]>> | Reply<C[Part]['methods'][Name]>
  }
}

/** Answers one call. It never rejects: what fails is in the envelope. */
export type Dispatch = (method: string, argument: unknown) => Promise<Envelope>

export interface DispatcherOptions {
  /** Hears what was not foreseen, with its stack; the page is told `bridge.bug` and nothing more. */
  readonly onBug: (error: unknown, method: string) => void
  /** The largest argument, in bytes of JSON, about. */
  readonly limit?: number
}

/** Room for a story of a million words; pictures go another way. */
export const LARGEST_ARGUMENT = 16 * 1024 * 1024

interface Route {
  readonly input: z.ZodType
  readonly handle: (input: unknown) => unknown
}

/**
 * Makes the one way in: a method is looked up by its dotted name, its argument is parsed from `unknown`, and only then
 * does a handler see it. Fails, in the envelope, with `bridge.unknown-method`, `bridge.too-large`, `bridge.bad-input`,
 * `bridge.bug`, or the handler's own RedaksiError.
 */
export function createDispatcher<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  { onBug, limit = LARGEST_ARGUMENT }: DispatcherOptions,
): Dispatch {
  const routes = listRoutes(contract, handlers)
  return async (method, argument) => {
    try {
      const route = routes.get(method)
      if (route === undefined)
        throw new RedaksiError<BridgeErrorCode>('bridge.unknown-method', { method: clip(method) })
      return { ok: true, value: await route.handle(parseArgument(route.input, argument, method, limit)) }
    } catch (error) {
      return wrapError(error, clip(method), onBug)
    }
  }
}

/** A map, so that no name of JavaScript's own objects can be called. */
function listRoutes<C extends Contract>(contract: C, handlers: Handlers<C>): ReadonlyMap<string, Route> {
  const routes = new Map<string, Route>()
  for (const [part, { methods }] of Object.entries(contract)) {
    const functions: Readonly<Record<string, unknown>> = handlers[part] ?? {}
    for (const [name, { input }] of Object.entries(methods)) {
      const answer = functions[name]
      if (typeof answer !== 'function') throw new Error(`nobody answers ${part}.${name}`)
      routes.set(`${part}.${name}`, {
        input,
        handle: (parsed): unknown => Reflect.apply(answer, undefined, [parsed]),
      })
    }
  }
  return routes
}

function parseArgument(input: z.ZodType, argument: unknown, method: string, limit: number): unknown {
  if (!fits(argument, limit)) throw new RedaksiError<BridgeErrorCode>('bridge.too-large', { method, limit })
  const parsed = parseSafely(input, argument ?? {})
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const at = issue === undefined || issue.path.length === 0 ? '/' : issue.path.map(String).join('.')
  throw new RedaksiError<BridgeErrorCode>(
    'bridge.bad-input',
    { method, at: clip(at), reason: clip(issue?.message ?? '') },
    parsed.error,
  )
}

/** A parser of a slice may throw zod's error from within a transform; a hostile object may throw when it is looked at. */
function parseSafely(input: z.ZodType, argument: unknown) {
  try {
    return input.safeParse(argument)
  } catch (error) {
    const said = error instanceof z.ZodError ? error : new z.ZodError([])
    return { success: false as const, error: said }
  }
}

function fits(argument: unknown, limit: number): boolean {
  try {
    return isWithin(argument, limit)
  } catch {
    // It cannot be looked at; the parser says where.
    return true
  }
}

/** A caller's words may be as long as they like; what is said back is not. */
function clip(text: string): string {
  return text.length <= LONGEST_WORDS ? text : `${text.slice(0, LONGEST_WORDS)}…`
}

const LONGEST_WORDS = 200
