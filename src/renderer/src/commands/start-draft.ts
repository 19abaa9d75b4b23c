import type { Command } from './command.ts'

export const startDraftCommand: Command = {
  name: 'start-draft',
  isPossible: ({ isReadOnly }) => !isReadOnly,
  run: async ({ client, places }) => {
    const { id } = await client.drafts.create({})
    places.select(id)
  },
}
