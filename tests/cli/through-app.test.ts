import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createBackend, openLocalBridge, openNewsroom } from '../../src/backend/index.ts'
import { createSystemClock, systemRandom } from '../../src/base/node/system.ts'
import { createCommandLine, type CommandLine } from '../support/command-line.ts'

/** A library that is open in a Redaksi of this process, and a command line beside it. */
async function openApp() {
  const machine = createCommandLine()
  await machine.ask('init')
  const newsroom = await openNewsroom(machine.library, 'write', {
    ...{ clock: createSystemClock(), random: systemRandom, env: {}, address: null },
    configFolder: join(machine.folder, 'config'),
    onWarning: () => undefined,
  })
  const bugs: unknown[] = []
  const onBug = (error: unknown) => void bugs.push(error)
  const backend = createBackend(newsroom, { host: 'web', release: '0', locale: 'id', onBug })
  const told: unknown[] = []
  backend.on('drafts.changed', (draft) => void told.push(draft))
  const env = { XDG_RUNTIME_DIR: machine.folder }
  const local = await openLocalBridge({ backend, folder: newsroom.library.folder, env, onBug })
  await newsroom.library.announce({ address: null, socket: local?.path ?? null })
  onTestFinished(async () => {
    await local?.close()
    await backend.close()
    await newsroom.close()
    expect(bugs).toEqual([])
  })
  return { ...machine, newsroom, local, told }
}

async function importStory({ ask, folder }: CommandLine): Promise<string> {
  const file = join(folder, 'berita.txt')
  await writeFile(
    file,
    'Rapat Daring\n\nTirtasari, kota-tirtasari.example - Rapat digelar Kamis (13/11).\n\n(rhd/ed. Foto: awh/KPU Kota Tirtasari)',
  )
  const { drafts } = await ask<{ drafts: { id: string }[] }>('import', file, '--year', '2025')
  return drafts[0]?.id ?? ''
}

describe('a command that writes, while the library is open', () => {
  it('is carried out by the Redaksi that has it open, whose pages hear of it', async () => {
    const app = await openApp()
    const { ask, run, told } = app
    const { id } = await ask<{ id: string }>('new', '--headline', 'Dari Luar')
    expect(told).toEqual([{ id, revision: 1 }])
    const story = await importStory(app)
    expect(await ask('import', join(app.folder, 'berita.txt'))).toMatchObject({
      skipped: [{ reason: 'duplicate' }],
    })
    expect(await ask('approve', story.slice(0, 8), '--by', 'ed')).toEqual({ id: story, revision: 1 })
    expect((await run('approve', id, '--by', 'ed', '--json')).out).toContain('desk.nothing-to-approve')
    expect((await run('publish', story)).err).toContain('target add')
    expect((await run('import', join(app.folder, 'tidak-ada.txt'))).code).toBe(1)
  })

  it('publishes and syncs through it', async () => {
    const app = await openApp()
    const { ask, newsroom, folder } = app
    const target = { name: 'situs', type: 'folder', url: join(folder, 'situs'), secretEnv: null } as const
    await newsroom.targets.add(target, null)
    const id = await importStory(app)
    await ask('approve', id, '--by', 'ed')
    expect(await ask('publish', id)).toMatchObject({ entries: [{ kind: 'publish', target: 'situs' }] })
    expect(await ask('sync')).toMatchObject({ parked: 0, waiting: 0, unknown: 0 })
    expect(await ask('show', id)).toMatchObject({ status: 'published' })
  })

  it('is told who holds the library once nobody answers there', async () => {
    const { run, local } = await openApp()
    await local?.close()
    const { code, err, out } = await run('new', '--headline', 'Dari Luar', '--json')
    expect([code, err, JSON.parse(out)]).toMatchObject([
      1,
      expect.stringContaining(String(process.pid)),
      { error: { code: 'drafts.library-locked' } },
    ])
  })
})

describe('handing over from the command line', () => {
  it('writes a draft to a file and opens it elsewhere, by itself or through the Redaksi that is open', async () => {
    const [app, other] = [await openApp(), createCommandLine()]
    await other.ask('init')
    const id = await importStory(app)
    const out = join(app.folder, 'rapat.redaksi')
    expect(await app.ask('handover', id.slice(0, 8), '--out', out)).toMatchObject({ id, path: out })
    expect(await other.ask('open', out)).toMatchObject({ id, case: 'new', event: 'added', revision: 1 })
    await other.ask('approve', id, '--by', 'ed')
    expect(await other.ask('open', out)).toMatchObject({ case: 'same', event: 'kept' })

    const { story } = await app.newsroom.library.drafts.read(id)
    await app.newsroom.library.drafts.save(id, {
      baseRevision: 1,
      story: { ...story, headline: 'Rapat Lagi' },
    })
    await app.ask('handover', id, '--out', out)
    const asked = await other.run('open', out, '--json')
    expect([asked.code, JSON.parse(asked.out)]).toMatchObject([1, { error: { code: 'cli.open-choose' } }])
    expect(await other.ask('open', out, '--choice', 'take')).toMatchObject({
      case: 'ahead',
      event: 'taken',
      revision: 2,
    })

    await other.ask('handover', id, '--out', out)
    expect(await app.ask('open', out)).toMatchObject({ case: 'same', event: 'kept', revision: 2 })
    expect((await app.run('open', join(app.folder, 'berita.txt'))).err).toContain('berita.txt')
    expect((await app.run('open', out, '--choice', 'semua')).code).toBe(2)
  })
})
