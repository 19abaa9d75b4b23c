import type { Act } from '../desk.ts'

/** Tries an entry again that waits for a person, or for its next attempt. */
export function retryEntry(entry: string): Act {
  return async ({ client }) => void (await client.publish.retry({ entry }))
}

/** Takes an entry out of the outbox: it is not sent. */
export function dropEntry(entry: string): Act {
  return async ({ client }) => void (await client.publish.drop({ entry }))
}
