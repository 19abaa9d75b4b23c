import type { AppContract, Handlers } from '../bridge/index.ts'
import { createTranslate } from './locale.ts'
import type { Newsroom } from './newsroom.ts'
import { readRecap } from './recap.ts'

/** How many stories a page is sent: more than anyone reads on a screen. */
const MOST_SHOWN = 500
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** Answers for the recap. What makes workbooks is loaded when the first is asked for. */
export function createRecapHandlers(newsroom: Newsroom): Handlers<AppContract>['recap'] {
  return {
    async read({ period }) {
      const recap = await readRecap(newsroom, period)
      const stories = recap.stories.slice(0, MOST_SHOWN)
      return { ...recap, stories, more: recap.stories.length - stories.length }
    },
    async workbook({ period, locale }) {
      const { createRecapWorkbook } = await import('../newsroom/recap/node/index.ts')
      const bytes = await createRecapWorkbook(await readRecap(newsroom, period), createTranslate(locale))
      const content = Buffer.from(bytes).toString('base64')
      return { fileName: `rekap-${period}.xlsx`, mediaType: MEDIA_TYPE, content }
    },
  }
}
