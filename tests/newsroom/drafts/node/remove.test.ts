import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { nodeFiles } from '../../../../src/base/node/durable-write.ts'
import { aStory } from '../../../support/builders.ts'
import { aLibrary, getCode } from './rig.ts'

describe('a draft that is deleted for good', () => {
  it('has to be in the trash, and then is gone from the disk, the list and the search', async () => {
    const { library, folder } = await aLibrary()
    const { drafts } = library
    const [gone, stays] = [await drafts.create(aStory()), await drafts.create(aStory({ slug: 'lain' }))]
    expect(await getCode(drafts.remove(gone.id))).toBe('drafts.not-trashed')
    await drafts.trash(gone.id)
    await drafts.remove(gone.id)
    expect(await readdir(join(folder, 'drafts'))).toEqual([stays.id])
    expect(await readdir(join(folder, 'removing'))).toEqual([])
    expect(await getCode(drafts.read(gone.id))).toBe('drafts.not-found')
    expect(await drafts.listIds({ query: 'coblos' })).toEqual([stays.id])
    expect(await drafts.list({ status: 'trashed' })).toEqual({ total: 0, drafts: [] })
    expect(await getCode(drafts.save(gone.id, { baseRevision: 1, story: aStory() }))).toBe('drafts.not-found')
  })

  it('is there whole when it cannot be taken out, and taken apart at the next start when that was cut short', async () => {
    const plan = { rename: false, removal: false }
    const files: typeof nodeFiles = {
      ...nodeFiles,
      rename: (from, to) =>
        plan.rename && to.includes('removing') ? fail('EIO') : nodeFiles.rename(from, to),
      remove: (path) => (plan.removal && path.endsWith('draft.json') ? fail('EIO') : nodeFiles.remove(path)),
    }
    const { library, folder, open } = await aLibrary({ files })
    const { id } = await library.drafts.create(aStory())
    await library.drafts.trash(id)
    plan.rename = true
    expect(await getCode(library.drafts.remove(id))).toBe('base.write-failed')
    expect(await library.drafts.read(id)).toMatchObject({ id, story: aStory() })
    plan.rename = false
    plan.removal = true
    await library.drafts.remove(id)
    expect(await getCode(library.drafts.read(id))).toBe('drafts.not-found')
    expect(await readdir(join(folder, 'removing', id))).toContain('draft.json')
    await library.close()
    plan.removal = false
    const again = await open()
    expect(await readdir(folder)).not.toContain('removing')
    expect(await again.drafts.list({ status: 'trashed' })).toEqual({ total: 0, drafts: [] })
  })

  it('goes with whatever else lies in its folder', async () => {
    const { library, folder } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    await mkdir(join(folder, 'drafts', id, 'review', 'paket'), { recursive: true })
    await writeFile(join(folder, 'drafts', id, 'review', 'paket', 'a.docx'), 'isi')
    await library.drafts.trash(id)
    await library.drafts.remove(id)
    expect(await readdir(join(folder, 'removing'))).toEqual([])
  })
})

describe('how long the trash is kept', () => {
  it('is thirty days until the office says otherwise, and is the library’s own', async () => {
    const { library, open } = await aLibrary()
    expect(await library.readTrashDays()).toBe(30)
    await library.writeTrashDays(null)
    await library.close()
    const again = await open()
    expect(await again.readTrashDays()).toBeNull()
    await again.writeTrashDays(7)
    expect(await again.readTrashDays()).toBe(7)
    expect(await getCode((await open({ mode: 'read' })).writeTrashDays(1))).toBe('drafts.read-only')
  })

  it('does not make a draft older than its text when the clock was wrong as it went in', async () => {
    const { library, clock } = await aLibrary()
    const { id } = await library.drafts.create(aStory())
    const now = clock.now()
    clock.advance(-365 * 24 * 60)
    await library.drafts.trash(id)
    const at = (days: number) => new Date(now + days * 86_400_000).toISOString()
    expect(await library.drafts.findExpired(at(-30))).toEqual([])
    expect(await library.drafts.findExpired(at(1))).toEqual([id])
  })
})

function fail(code: string): Promise<never> {
  return Promise.reject(Object.assign(new Error(code), { code }))
}
