import type { z } from 'zod'
import type { MethodOffer, Typed } from '../base/offer.ts'
import type { Contract } from './dispatcher.ts'
import { openEnvelope } from './envelope.ts'

/** All that a host has to bring: a call that resolves to an envelope, and a way to hear an event until told to stop. */
export interface Transport {
  /** Rejects only with a RedaksiError, when no reply came: `bridge.host-lost` or `bridge.session-ended`. */
  readonly call: (method: string, argument: unknown) => Promise<unknown>
  readonly on: (event: string, listener: (told: unknown) => void) => () => void
}

type Call<M extends MethodOffer> =
  M['reply'] extends Typed<infer Reply>
    ? Record<string, never> extends z.input<M['input']>
      ? (argument?: z.input<M['input']>) => Promise<Reply>
      : (argument: z.input<M['input']>) => Promise<Reply>
    : never

type Events<C extends Contract> = {
  readonly [Name in EventName<C>]: Name extends `${infer Part}.${infer Event}`
    ? C[Part]['events'][Event] extends Typed<infer Told>
      ? Told
      : never
    : never
}

/** The dotted names of a contract's events. */
export type EventName<C extends Contract> = {
  [Part in keyof C & string]: `${Part}.${keyof C[Part]['events'] & string}`
}[keyof C & string]

/** What an event of a contract tells. */
export type Told<C extends Contract, Name extends EventName<C>> = Events<C>[Name]

/** Hears an event; call what it returns to stop. */
export type Listen<C extends Contract> = <Name extends EventName<C>>(
  event: Name,
  listener: (told: Told<C, Name>) => void,
) => () => void

/** The services as the interface sees them: `client.drafts.save({…})`, `client.on('drafts.changed', …)`. */
export type BridgeClient<C extends Contract> = {
  readonly [Part in keyof C]: { readonly [Name in keyof C[Part]['methods']]: Call<C[Part]['methods'][Name]> }
} & { readonly on: Listen<C> }

/**
 * Makes a client over a transport. It knows the contract as a type only, so that the page carries no parsers. A call
 * rejects with a RedaksiError: the service's own, or one of the bridge's.
 */
export function createBridgeClient<C extends Contract>(transport: Transport): BridgeClient<C> {
  const parts = new Map<string, object>()
  const getPart = (part: string): object => {
    const known = parts.get(part) ?? createPart(transport, part)
    parts.set(part, known)
    return known
  }
  const client = createLookUp((name) => (name === 'on' ? transport.on : getPart(name)))
  // The one place where types are taken on trust: the page and its host are one build, joined by one contract.
  return client as BridgeClient<C>
}

function createPart(transport: Transport, part: string): object {
  const methods = new Map<string, (argument?: unknown) => Promise<unknown>>()
  return createLookUp((name) => {
    const method = `${part}.${name}`
    const call =
      methods.get(method) ??
      (async (argument: unknown = {}) => openEnvelope(await transport.call(method, argument), method))
    methods.set(method, call)
    return call
  })
}

/** An object without properties of its own that answers every name. It is no promise, or `await` would call it. */
function createLookUp(answer: (name: string) => unknown): object {
  return new Proxy(Object.freeze({}), {
    get: (_, name) => (typeof name === 'symbol' || name === 'then' ? undefined : answer(name)),
  })
}
