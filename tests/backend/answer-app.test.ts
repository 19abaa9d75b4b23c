import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { AppInfo } from '../../src/bridge/index.ts'
import { aStory } from '../support/builders.ts'
import { codeOf } from '../support/code-of.ts'
import { openFreshNewsroom, openNewsroomRig } from './newsroom-rig.ts'

describe('the answers for the program', () => {
  it('say who writes at this machine, tell it, and keep it for the library alone', async () => {
    const { client, folder, newsroom } = await openFreshNewsroom()
    expect((await client.app.info()).person).toBeNull()
    const told: AppInfo[] = []
    client.on('app.changed', (info) => told.push(info))
    await client.app.setPerson({ initials: 'nrl' })
    expect(told.map(({ person }) => person)).toEqual(['nrl'])
    const settings = await readFile(join(folder, '..', 'config', 'settings.json'), 'utf8')
    expect(JSON.parse(settings)).toMatchObject({ people: { [newsroom.library.id]: 'nrl' } })
    expect((await (await openNewsroomRig(folder, 'read')).client.app.info()).person).toBe('nrl')
    await client.app.setPerson({ initials: null })
    expect((await client.app.info()).person).toBeNull()
  })

  it('refuse initials that nobody has', async () => {
    const { client } = await openFreshNewsroom()
    expect(await codeOf(client.app.setPerson({ initials: 'zz' }))).toBe('house.staff-unknown')
  })

  it('give what is kept of a story the initials of whoever writes', async () => {
    const { client } = await openFreshNewsroom()
    await client.app.setPerson({ initials: 'bgs' })
    const { id, story } = await client.drafts.create()
    expect(story.credit?.writers.initials).toEqual(['bgs'])
    await client.drafts.save({ id, baseRevision: 1, story: aStory() })
    await client.drafts.keepSnapshot({ id, reason: 'open' })
    const revisions = await client.drafts.listRevisions({ id })
    expect(JSON.stringify(revisions)).toContain('"by":"bgs"')
  })

  it('know nobody when the settings are damaged, and leave those as they lie', async () => {
    const { client, folder } = await openFreshNewsroom()
    await client.app.setPerson({ initials: 'nrl' })
    await writeFile(join(folder, '..', 'config', 'settings.json'), '{')
    const { client: other } = await openNewsroomRig(folder, 'read')
    expect((await other.app.info()).person).toBeNull()
    expect(await codeOf(client.app.setPerson({ initials: 'bgs' }))).toBe('base.file-damaged')
  })
})
