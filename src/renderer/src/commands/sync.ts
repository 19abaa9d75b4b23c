import type { Command } from './command.ts'

/** Sends what is due now. */
export const syncCommand: Command = {
  name: 'sync',
  run: async ({ client }) => void (await client.publish.sync()),
}
