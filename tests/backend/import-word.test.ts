import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { importFiles } from '../../src/backend/import-files.ts'
import { writeDocx } from '../../src/newsroom/formats/node/index.ts'
import { aStory, DRAFT_CONTEXT, withoutIds } from '../support/builders.ts'
import { codeOf } from '../support/code-of.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'
import { openFreshNewsroom } from './newsroom-rig.ts'

describe('a Word file', () => {
  it('comes in as a draft, once, by its bytes and not by its name', async () => {
    const { newsroom } = await openFreshNewsroom()
    const story = aStory()
    const file = join(await makeTemporaryFolder(), 'dari-bidang')
    const context = { ...DRAFT_CONTEXT, pictures: new Map(), tracked: false }
    await writeFile(file, await writeDocx(story, context))
    const { drafts } = await importFiles(newsroom, [file], { year: 2025 })
    const draft = await newsroom.library.drafts.read(drafts[0]?.id ?? '')
    expect(withoutIds(draft.story)).toEqual(withoutIds(story))
    expect((await importFiles(newsroom, [file], { year: 2025 })).skipped).toMatchObject([
      { reason: 'duplicate' },
    ])
  })

  it('that is none is refused, and nothing is made of it', async () => {
    const { newsroom } = await openFreshNewsroom()
    const file = join(await makeTemporaryFolder(), 'palsu.docx')
    await writeFile(file, 'PK\u0003\u0004 bukan zip')
    expect(await codeOf(importFiles(newsroom, [file], {}))).toBe('formats.not-docx')
  })
})
