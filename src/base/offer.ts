import { z } from 'zod'

/** Carries a type where there is no value of it: what a method replies, what an event tells. */
export interface Typed<T> {
  readonly type?: T
}

/** A method: the parser of its one argument object, and the type of its reply. */
export interface MethodOffer {
  readonly input: z.ZodType
  readonly reply: Typed<unknown>
}

/** What a part of the program offers to those who reach it by messages: methods to call and events to hear. */
export interface Offer {
  readonly methods: Readonly<Record<string, MethodOffer>>
  readonly events: Readonly<Record<string, Typed<unknown>>>
}

/** Names a type in an offer. Replies and events come from our own side, so they are typed and not parsed again. */
export function typed<T>(): Typed<T> {
  return {}
}

/** Declares an offer, keeping the exact types of its methods and events. */
export function declareOffer<const O extends Offer>(offer: O): O {
  return offer
}

/** Makes a schema of a function that parses from `unknown` and throws zod's error; the places it names are kept. */
export function toSchema<T>(parse: (value: unknown) => T): z.ZodType<T, T> {
  return z.custom<T>().transform((value, context): T => {
    try {
      return parse(value)
    } catch (error) {
      if (!(error instanceof z.core.$ZodError)) throw error
      for (const { message, path } of error.issues)
        context.addIssue({ code: 'custom', message, path: [...path] })
      return z.NEVER
    }
  })
}
