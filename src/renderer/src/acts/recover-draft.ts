import type { Act } from '../desk.ts'

/** Puts the newest good state in a damaged draft's place. */
export function recoverDraft(id: string): Act {
  return async ({ client, say, translate }) => {
    const { mended } = await client.drafts.recover({ id })
    if (mended !== null) say({ words: translate(`app.recovered.${mended.from}`) })
  }
}
