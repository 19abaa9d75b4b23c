import type { Command } from './command.ts'

export const startDraftCommand: Command = {
  name: 'start-draft',
  run: async ({ client, select }) => {
    const { id } = await client.drafts.create({})
    select(id)
  },
}
