import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { assembleDocxStory } from '../../../../src/newsroom/formats/index.ts'
import { readDocx } from '../../../../src/newsroom/formats/node/docx-reader.ts'
import { readDocxFile, writeDocx, type DocxContext } from '../../../../src/newsroom/formats/node/index.ts'
import type { Story } from '../../../../src/newsroom/story/index.ts'
import { arbitraryStory, arbitraryText } from '../../../support/arbitraries.ts'
import { DRAFT_CONTEXT, aStory, createTestRandom } from '../../../support/builders.ts'
import { codeOf } from '../../../support/code-of.ts'
import { makeCameraJpeg } from '../../../support/pictures.ts'

const PHOTO = 'a'.repeat(64)
const context: DocxContext = { ...DRAFT_CONTEXT, pictures: new Map(), tracked: false }

async function readBack(story: Story, pictures: DocxContext['pictures'] = new Map()): Promise<Story> {
  const text = await readDocx(await writeDocx(story, { ...context, pictures }))
  return assembleDocxStory(text, { house: context.house, random: createTestRandom() }).story
}

/** Word knows one kind of line end. */
const text = arbitraryText().map((each) => each.replace(/\r\n?/g, '\n'))

/** What a Word file has no room for is compared without. */
const shown = ({ headline, dateline, blocks, credit }: Story) => ({
  ...{ headline, dateline, credit },
  // A line end in an alt text is a blank in XML.
  blocks: blocks.map((block) =>
    block.kind === 'photo' ? { ...block, alt: block.alt.replace(/[\t\n]/g, ' ') } : block,
  ),
})

describe('a story through a Word file', () => {
  it('comes back with its names, marks, lists, photo, dateline and credit line', async () => {
    const story = aStory({
      blocks: [
        { kind: 'photo', photo: PHOTO, alt: 'Warga', runs: [{ text: 'Keterangan.' }] },
        { kind: 'paragraph', runs: [{ text: 'Isi  dua blank, ' }, { text: 'tebal', bold: true }] },
        { kind: 'heading', runs: [{ text: 'Bagian' }] },
        { kind: 'quote', runs: [{ text: 'miring', italic: true }, { text: ' biasa' }] },
        { kind: 'list', ordered: true, runs: [{ text: 'satu\nbaris' }] },
        { kind: 'list', ordered: false, runs: [{ text: 'tautan', link: 'https://kpu.go.id/' }] },
        'Penutup.',
      ],
    })
    const bytes = await makeCameraJpeg({ width: 60, height: 40 })
    const pictures = new Map([[PHOTO, { bytes, width: 60, height: 40 }]])
    expect(shown(await readBack(story, pictures))).toEqual(shown(story))
  })

  it('is read by a worker the same way, which refuses what the reader refuses', async () => {
    const file = await writeDocx(aStory(), context)
    expect(await readDocxFile(file)).toEqual(await readDocx(file))
    expect(await codeOf(readDocxFile(new Uint8Array(9)))).toBe('formats.not-docx')
  })

  it('comes back the same, whatever it is', async () => {
    const jpeg = await makeCameraJpeg({ width: 6, height: 4 })
    await fc.assert(
      fc.asyncProperty(arbitraryStory({ text }), async (story) => {
        fc.pre(story.credit === null || story.blocks.some(({ kind }) => kind !== 'photo'))
        const photos = story.blocks.flatMap((block) => (block.kind === 'photo' ? [block.photo] : []))
        const picture = { bytes: jpeg, width: 6, height: 4 }
        const back = await readBack(story, new Map(photos.map((photo) => [photo, picture])))
        expect(shown(back)).toEqual(shown(story))
      }),
      { numRuns: 60 },
    )
  })
})
