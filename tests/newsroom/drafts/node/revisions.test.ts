import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFiles } from '../../../../src/base/node/durable-write.ts'
import type { FileSystem } from '../../../../src/base/node/file-system.ts'
import { inspectLibrary, mendLibrary } from '../../../../src/newsroom/drafts/node/index.ts'
import { aStory, createTestRandom } from '../../../support/builders.ts'
import { aLibrary, getCode } from './rig.ts'

const say = (text: string) => aStory({ blocks: [text] })

/** A draft of three revisions, all kept, a minute apart. */
async function aHistory(person: () => string | null = () => null) {
  const rig = await aLibrary({ person })
  const { drafts } = rig.library
  const { id } = await drafts.create(say('satu dua tiga'))
  for (const [i, text] of ['satu dua', 'satu dua empat lima'].entries()) {
    rig.clock.advance(1)
    await drafts.save(id, { baseRevision: i + 1, story: say(text) })
    await drafts.keepSnapshot(id, 'open')
  }
  const path = join(rig.folder, 'drafts', id, 'revision-names.json')
  const list = async () =>
    (await drafts.listRevisions(id)).map(({ revision, name }) =>
      name === null ? revision : `${revision} ${name}`,
    )
  return { ...rig, drafts, id, path, list }
}

describe('listRevisions', () => {
  it('tells who kept each, who signed it off, and what its words gained and lost since the one before', async () => {
    let person: string | null = 'nrl'
    const { drafts, id } = await aHistory(() => person)
    person = null
    await drafts.save(id, { baseRevision: 3, story: say('empat lima') })
    await drafts.signOff(id, { by: 'ed' })
    const told = (await drafts.listRevisions(id)).map(
      ({ revision, by, signedOffBy, words, gained, lost }) => [
        ...[revision, by, signedOffBy, words, gained, lost],
      ],
    )
    expect(told).toEqual([
      [4, 'ed', 'ed', 2, 0, 2],
      [3, 'nrl', null, 4, 2, 0],
      [2, 'nrl', null, 2, 0, 1],
      [1, 'nrl', null, 3, 3, 0],
    ])
  })

  it('leaves a damaged one out, though it was read before, and counts the next against the one that is left', async () => {
    const { drafts, id, folder } = await aHistory()
    await drafts.listRevisions(id)
    await writeFile(join(folder, 'drafts', id, 'history', '00000002.json'), '{"half')
    const told = (await drafts.listRevisions(id)).map(({ revision, gained, lost }) => [
      revision,
      gained,
      lost,
    ])
    expect(told).toEqual([
      [3, 2, 1],
      [1, 3, 0],
    ])
  })
})

describe('nameRevision', () => {
  it('names a kept revision, and the head, which is kept for it; renames, and takes a name away', async () => {
    const { drafts, id, list, open, library } = await aHistory()
    await drafts.save(id, { baseRevision: 3, story: say('kepala') })
    await drafts.nameRevision(id, 4, '  Dikirim ke\n Bu Ani ')
    await drafts.nameRevision(id, 2, 'Usulan')
    expect(await list()).toEqual(['4 Dikirim ke Bu Ani', 3, '2 Usulan', 1])
    expect((await drafts.listRevisions(id))[0]?.reason).toBe('named')
    await drafts.nameRevision(id, 2, 'Usulan kedua')
    await drafts.nameRevision(id, 4, null)
    await library.close()
    const again = await open()
    const names = (await again.drafts.listRevisions(id)).map(({ name }) => name)
    expect(names).toEqual([null, null, 'Usulan kedua', null])
  })

  it('refuses a revision that is not kept, and a reader', async () => {
    const { drafts, id, open } = await aHistory()
    expect(await getCode(drafts.nameRevision(id, 9, 'x'))).toBe('drafts.revision-not-found')
    const reader = await open({ mode: 'read' })
    expect(await getCode(reader.drafts.nameRevision(id, 1, 'x'))).toBe('drafts.read-only')
  })

  it('keeps what is named from being thinned, however old it is', async () => {
    const { drafts, id, clock, list } = await aHistory()
    await drafts.save(id, { baseRevision: 3, story: say('kepala') })
    await drafts.keepSnapshot(id, 'close')
    await drafts.nameRevision(id, 2, 'Usulan')
    clock.advance(3 * 24 * 60)
    expect(await drafts.thinHistory(id, async () => new Set())).toEqual([3])
    expect(await list()).toEqual([4, '2 Usulan', 1])
  })

  it('takes nothing away while it cannot be read what is named', async () => {
    const { drafts, id, path, clock, list } = await aHistory()
    await drafts.save(id, { baseRevision: 3, story: say('kepala') })
    await drafts.keepSnapshot(id, 'close')
    await drafts.nameRevision(id, 2, 'Usulan')
    const named = await readFile(path)
    clock.advance(3 * 24 * 60)
    await writeFile(path, '{"half')
    expect(await drafts.thinHistory(id, async () => new Set())).toEqual([])
    await writeFile(path, named)
    expect(await drafts.thinHistory(id, async () => new Set())).toEqual([3])
    expect(await list()).toEqual([4, '2 Usulan', 1])
  })

  it('shows the names before where the file is damaged, and keeps its bytes when another is given', async () => {
    const { drafts, id, path, list, folder } = await aHistory()
    await drafts.nameRevision(id, 1, 'Awal')
    await drafts.nameRevision(id, 2, 'Usulan')
    await writeFile(path, '{"half')
    expect(await list()).toEqual([3, 2, '1 Awal'])
    await drafts.nameRevision(id, 3, 'Akhir')
    expect(await list()).toEqual(['3 Akhir', 2, '1 Awal'])
    const kept = join(folder, 'quarantine', `${id}.1.revision-names.json`)
    expect(await readFile(kept, 'utf8')).toBe('{"half')
  })

  it('is looked over and mended by the doctor', async () => {
    const { drafts, id, path, library, folder, clock } = await aHistory()
    await drafts.nameRevision(id, 1, 'Awal')
    await drafts.nameRevision(id, 1, 'Mula')
    await library.close()
    await writeFile(path, '[]')
    expect(await inspectLibrary(folder)).toEqual([{ code: 'drafts.names-damaged', path, detail: null }])
    const { left } = await mendLibrary(folder, { clock, random: createTestRandom(5) })
    expect([
      left,
      await inspectLibrary(folder),
      JSON.parse(await readFile(path, 'utf8')).names[0].name,
    ]).toEqual([[], [], 'Awal'])
  })
})

describe('thinHistory', () => {
  it('keeps what was signed off or published once, though it was kept before for work and lapsed since', async () => {
    const { drafts, id, clock } = await aHistory()
    await drafts.signOff(id, { by: 'ed' })
    await drafts.save(id, { baseRevision: 3, story: say('diubah') })
    await drafts.keepSnapshot(id, 'work')
    await drafts.keepSnapshot(id, 'publish')
    await drafts.keepSnapshot(id, 'work')
    await drafts.save(id, { baseRevision: 4, story: say('diubah lagi') })
    await drafts.keepSnapshot(id, 'close')
    await drafts.save(id, { baseRevision: 5, story: say('terakhir') })
    await drafts.keepSnapshot(id, 'close')
    clock.advance(3 * 24 * 60)
    expect(await drafts.thinHistory(id, async () => new Set())).toEqual([2, 5])
    const kept = (await drafts.listRevisions(id)).map(({ revision, reason }) => `${revision} ${reason}`)
    expect(kept).toEqual(['6 close', '4 publish', '3 sign-off', '1 create'])
  })

  it('goes on where a plug was pulled, and what stays can be read', async () => {
    const broken = { left: 1 }
    const files: FileSystem = {
      ...nodeFiles,
      async remove(path) {
        if (path.includes('history') && broken.left-- <= 0)
          throw Object.assign(new Error('gone'), { code: 'EIO' })
        return nodeFiles.remove(path)
      },
    }
    const { drafts, id, clock, library, open } = await aHistory()
    for (const revision of [3, 4, 5]) {
      await drafts.save(id, { baseRevision: revision, story: say(`ke-${revision}`) })
      await drafts.keepSnapshot(id, 'close')
    }
    await library.close()
    clock.advance(3 * 24 * 60)
    const cut = await open({ files })
    expect(await getCode(cut.drafts.thinHistory(id, async () => new Set()))).toBe('base.write-failed')
    await cut.close()
    const again = await open()
    expect(await again.drafts.thinHistory(id, async () => new Set())).toEqual([3, 4, 5])
    expect((await again.drafts.listRevisions(id)).map(({ revision }) => revision)).toEqual([6, 1])
    expect(await again.drafts.readRevision(id, 1)).toMatchObject({ headline: say('').headline })
  })
})
