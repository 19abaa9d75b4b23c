import { existsSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCommandLine, type CommandLine } from '../support/command-line.ts'

const SAMPLES = join(import.meta.dirname, '../../resources/samples/berita-contoh.txt')

interface Rows {
  readonly total: number
  readonly drafts: readonly { readonly id: string; readonly headline: string; readonly status: string }[]
}

async function createLibrary(): Promise<CommandLine & { readonly ids: readonly string[] }> {
  const machine = createCommandLine()
  await machine.ask('init')
  const { drafts } = await machine.ask<{ drafts: { id: string }[] }>('import', SAMPLES, '--year', '2025')
  return { ...machine, ids: drafts.map((draft) => draft.id) }
}

async function addFolderTarget({ ask, folder }: CommandLine): Promise<string> {
  const site = join(folder, 'situs')
  await ask('target', 'add', 'situs', '--type', 'folder', '--url', site)
  return site
}

describe('list', () => {
  it('shows the newest first, with a total', async () => {
    const { ask, ids } = await createLibrary()
    const { total, drafts } = await ask<Rows>('list', '--limit', '2')
    expect([total, drafts.map((draft) => draft.id)]).toEqual([3, [ids[2], ids[1]]])
  })

  it.each([
    ['braille', 1],
    ['tirtasari', 3],
    ['"surat suara"', 2],
    ['"suara surat"', 0],
    ['arsip AND (', 0],
    ['surat suar', 2],
  ])('finds %j in %d drafts', async (query, total) => {
    const { ask } = await createLibrary()
    expect((await ask<Rows>('list', '--query', query)).total).toBe(total)
  })

  it('picks by status', async () => {
    const { ask, ids } = await createLibrary()
    await ask('approve', ids[1] ?? '', '--by', 'ed')
    const { drafts } = await ask<Rows>('list', '--status', 'approved')
    expect(drafts.map((draft) => draft.id)).toEqual([ids[1]])
  })
})

describe('new', () => {
  it('starts from a template with its blanks, which must be filled before a sign-off', async () => {
    const { ask, run } = await createLibrary()
    const { id } = await ask<{ id: string }>('new', '--template', 'audiensi')
    expect(await ask('show', id)).toMatchObject({
      status: 'draft',
      revision: 1,
      story: { headline: 'KPU Kota Tirtasari Terima Audiensi {{lembaga}}', dateline: { place: 'Tirtasari' } },
    })
    const { code, err } = await run('approve', id, '--by', 'ed')
    expect(code).toBe(1)
    expect(err).toContain('{{lembaga}}')
  })

  it('fills blanks by their labels, in the house’s forms, and has no slug of what is open', async () => {
    const { ask, run } = await createLibrary()
    const { id } = await ask<{ id: string }>(
      ...['new', '--template', 'audiensi', '--fill', 'lembaga=SMA Rawajaya', '--fill', 'tempat=Aula=1'],
      ...['--fill', 'hari dan tanggal=13/11/2025', '--fill', 'maksud audiensi=Maksud.'],
    )
    const { story } = await ask<{ story: { headline: string; slug: string; blocks: { text: string }[] } }>(
      'show',
      id,
    )
    expect(story).toMatchObject({
      headline: 'KPU Kota Tirtasari Terima Audiensi SMA Rawajaya',
      slug: 'kpu-kota-tirtasari-terima-audiensi-sma-rawajaya',
    })
    expect(story.blocks.map(({ text }) => text)).toEqual([
      'KPU Kota Tirtasari menerima audiensi SMA Rawajaya di Aula=1, Kamis (13/11).',
      'Maksud.',
      '{{tindak lanjut}}',
    ])
    expect((await run('approve', id, '--by', 'ed')).err).toContain('{{tindak lanjut}}')
    const { code, err } = await run('new', '--template', 'audiensi', '--fill', 'penyair=A')
    expect([code, err]).toEqual([1, expect.stringContaining('tindak lanjut')])
    expect((await run('new', '--template', 'audiensi', '--fill', '=A')).code).toBe(2)
  })

  it('refuses a template that is not there, naming those that are', async () => {
    const { run } = await createLibrary()
    const { code, err } = await run('new', '--template', 'puisi')
    expect(code).toBe(1)
    expect(err).toContain('siaran-pers')
  })

  it('gives a second story of the same headline another slug', async () => {
    const { ask } = await createLibrary()
    await ask('new', '--headline', 'Judul Sama')
    const { id } = await ask<{ id: string }>('new', '--headline', 'Judul Sama')
    expect(await ask('show', id)).toMatchObject({ story: { slug: 'judul-sama-2' } })
  })
})

describe('export', () => {
  it.each(['txt', 'md', 'html', 'ninjs'])('gives the same bytes twice for %s', async (format) => {
    const { ask, ids, folder } = await createLibrary()
    const write = (name: string) =>
      ask<{ sha256: string; bytes: number; path: string }>(
        'export',
        ids[0] ?? '',
        '--format',
        format,
        '--out',
        join(folder, name),
      )
    const [first, second] = [await write('a'), await write('b')]
    expect(first.sha256).toBe(second.sha256)
    expect(readFileSync(first.path).length).toBe(first.bytes)
  })
})

describe('approve and publish', () => {
  it('publish only what is signed off', async () => {
    const machine = await createLibrary()
    await addFolderTarget(machine)
    const { code, err } = await machine.run('publish', machine.ids[0] ?? '')
    expect(code).toBe(1)
    expect(err).toContain('belum disetujui')
    expect(await machine.ask('outbox')).toEqual({ entries: [] })
  })

  it('need a target', async () => {
    const { run, ask, ids } = await createLibrary()
    await ask('approve', ids[0] ?? '', '--by', 'ed')
    expect((await run('publish', ids[0] ?? '')).err).toContain('target add')
  })

  it('return the same entry when asked again, also once it is done', async () => {
    const machine = await createLibrary()
    await addFolderTarget(machine)
    const [id = ''] = machine.ids
    await machine.ask('approve', id, '--by', 'ed')
    const publish = async () =>
      (await machine.ask<{ entries: { id: string; state: string }[] }>('publish', id)).entries[0]
    const [first, second] = [await publish(), await publish()]
    await machine.ask('sync')
    const third = await publish()
    expect([second?.id, third?.id]).toEqual([first?.id, first?.id])
    expect([first?.state, third?.state]).toEqual(['queued', 'done'])
  })

  it('show where a story stands in list and show, until it is withdrawn', async () => {
    const machine = await createLibrary()
    const site = await addFolderTarget(machine)
    const [id = ''] = machine.ids
    const states = async () => {
      const { status, publication } = await machine.ask<{ status: string; publication: string }>('show', id)
      const row = (await machine.ask<Rows>('list')).drafts.find((draft) => draft.id === id)
      return [status, publication, row?.status]
    }
    await machine.ask('approve', id, '--by', 'ed')
    expect(await states()).toEqual(['approved', 'none', 'approved'])
    await machine.ask('publish', id)
    expect(await states()).toEqual(['queued', 'none', 'queued'])
    await machine.ask('sync')
    expect(await states()).toEqual(['published', 'public', 'published'])
    expect(existsSync(join(site, 'articles', `${id}.json`))).toBe(true)
    await machine.ask('withdraw', id, '--reason', 'Daftar nama belum disahkan')
    await machine.ask('sync')
    expect(await states()).toEqual(['withdrawn', 'withdrawn', 'withdrawn'])
  })

  it('have nothing to withdraw of what is nowhere', async () => {
    const { run, ids } = await createLibrary()
    const { code, err } = await run('withdraw', ids[0] ?? '', '--reason', 'Salah')
    expect(code).toBe(1)
    expect(err).toContain('tidak terbit')
  })
})

describe('outbox and sync', () => {
  it('wait for a target that is not there, and say so; an entry can be dropped', async () => {
    const machine = createCommandLine({ SANDI: 'rahasia' })
    await machine.ask('init')
    const { drafts } = await machine.ask<{ drafts: { id: string }[] }>('import', SAMPLES)
    const id = drafts[0]?.id ?? ''
    await machine.ask('target', 'add', 'jauh', '--type', 'folder', '--url', '/dev/null/situs')
    await machine.ask('approve', id, '--by', 'ed')
    const { entries } = await machine.ask<{ entries: { id: string }[] }>('publish', id)
    await machine.ask('outbox', 'drop', entries[0]?.id ?? '')
    expect(await machine.ask('outbox')).toEqual({ entries: [] })
  })
})

describe('backup and restore', () => {
  it('carry a library over whole', async () => {
    const machine = await createLibrary()
    const file = join(machine.folder, 'cadangan.tar.gz')
    await machine.ask('backup', file)
    const restored = join(machine.folder, 'pulih')
    await machine.ask('restore', file, '--library', restored)
    const rows = async (library: string) => (await machine.ask<Rows>('list', '--library', library)).drafts
    expect(await rows(restored)).toEqual(await rows(machine.library))
    expect(await machine.ask('doctor', '--library', restored)).toMatchObject({ ok: true })
  })

  it('refuse to restore over a library', async () => {
    const machine = await createLibrary()
    const file = join(machine.folder, 'cadangan.tar.gz')
    await machine.ask('backup', file)
    expect((await machine.run('restore', file)).code).toBe(1)
  })
})

describe('doctor', () => {
  it('finds a careless edit of the ledger and exits with 1', async () => {
    const machine = await createLibrary()
    await addFolderTarget(machine)
    const [id = ''] = machine.ids
    await machine.ask('approve', id, '--by', 'ed')
    await machine.ask('publish', id)
    await machine.ask('sync')
    const path = join(machine.library, 'ledger', `${id}.json`)
    writeFileSync(path, readFileSync(path, 'utf8').replace('"revision": 1', '"revision": 2'))
    const { code, out } = await machine.run('doctor', '--json')
    expect([code, JSON.parse(out)]).toMatchObject([
      1,
      { ok: false, problems: [{ code: 'publish.ledger-damaged' }] },
    ])
  })

  it('mends a damaged draft from its last good generation', async () => {
    const machine = await createLibrary()
    const [id = ''] = machine.ids
    await machine.ask('approve', id, '--by', 'ed')
    truncateSync(join(machine.library, 'drafts', id, 'draft.json'), 100)
    expect((await machine.run('doctor')).code).toBe(1)
    expect((await machine.run('show', id)).code).toBe(1)
    expect(await machine.ask('doctor', '--fix')).toMatchObject({
      ok: true,
      mended: [{ code: 'drafts.draft-damaged' }],
    })
    expect(await machine.ask('show', id)).toMatchObject({
      id,
      story: { headline: 'KPU Kota Tirtasari Ajak Penyandang Disabilitas Uji Alat Bantu Coblos' },
    })
  })
})
