import { chmodSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { createCommandLine, type CommandLine } from '../support/command-line.ts'

async function createLibrary(env: Record<string, string> = {}): Promise<CommandLine> {
  const machine = createCommandLine(env)
  await machine.ask('init')
  return machine
}

/** What a refused command says, with the machine's folder left out. */
async function refuse({ run, folder }: CommandLine, ...words: readonly string[]) {
  const { code, out, err } = await run(...words, '--json')
  const { error } = JSON.parse(out) as { error: { code: string; message: string } }
  expect(err).toBe(`redaksi: ${error.message}\n`)
  return { code, error: error.code, message: error.message.replaceAll(folder, '') }
}

describe('import of a file that cannot be brought in', () => {
  it.each([
    ['a missing one', 'import.file-missing', () => undefined],
    ['a folder', 'import.not-a-file', (path: string) => mkdirSync(path)],
    [
      'a picture',
      'import.not-text',
      (path: string) => writeFileSync(path, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2])),
    ],
    ['an empty one', 'import.no-text', (path: string) => writeFileSync(path, ' \n\n')],
    [
      'a huge one',
      'import.too-large',
      (path: string) => (writeFileSync(path, ''), truncateSync(path, 33 * 1024 * 1024)),
    ],
  ])('names %s and the reason, and imports nothing', async (_, code, make) => {
    const machine = await createLibrary()
    const good = join(machine.folder, 'baik.txt')
    writeFileSync(good, 'Judul\n\nIsi berita.')
    const bad = join(machine.folder, 'buruk.txt')
    make(bad)
    const said = await refuse(machine, 'import', good, bad)
    expect([said.code, said.error]).toEqual([1, code])
    expect(said.message).toContain('/buruk.txt')
    expect(await machine.ask('list')).toMatchObject({ total: 0 })
  })

  it('speaks the reader’s language', async () => {
    const said = async (locale: string) =>
      (await refuse(await createLibrary({ REDAKSI_LOCALE: locale }), 'import', '/tidak/ada')).message
    expect(await said('id')).toBe('Berkas /tidak/ada tidak ada. Tidak ada yang diimpor.')
    expect(await said('en')).toBe('There is no file /tidak/ada. Nothing was imported.')
  })
})

describe('import of a file that is odd', () => {
  it('takes a page without stories for one draft, and reports what it lacks', async () => {
    const machine = await createLibrary()
    const path = join(machine.folder, 'catatan.txt')
    writeFileSync(path, 'Catatan Rapat\n\nRapat dibuka pukul sembilan.')
    const { code, out, err } = await machine.run('import', path)
    expect([code, out.split('\n').length]).toEqual([0, 3])
    expect(err.replaceAll(machine.folder, '')).toContain(
      '/catatan.txt:1: “Catatan Rapat”: baris tanggal tidak sesuai',
    )
    const { drafts } = await machine.ask<{ drafts: { id: string }[] }>('list')
    expect(await machine.ask('show', drafts[0]?.id ?? '')).toMatchObject({
      story: { dateline: null, credit: null, event: null },
    })
  })

  it('reads windows-1252 and CRLF', async () => {
    const machine = await createLibrary()
    const path = join(machine.folder, 'lama.txt')
    writeFileSync(path, Buffer.from('Judul \x93Lama\x94\r\n\r\nIsi caf\xe9.', 'latin1'))
    const { drafts } = await machine.ask<{ drafts: { id: string }[] }>('import', path)
    const { out } = await machine.run('export', drafts[0]?.id ?? '', '--format', 'txt', '--out', '-')
    expect(out).toBe('Judul “Lama”\n\nIsi café.')
  })

  it.each([
    ['html', '<h1>Judul</h1><p>Tirtasari, x.go.id - Isi, Kamis (13/11). (nrl/ed)</p>'],
    ['md', '# Judul\n\nTirtasari, x.go.id - Isi, Kamis (13/11). (nrl/ed)\n'],
  ])('reads a story from %s with its house forms', async (extension, text) => {
    const machine = await createLibrary()
    const path = join(machine.folder, `berita.${extension}`)
    writeFileSync(path, text)
    const { drafts } = await machine.ask<{ drafts: { id: string }[] }>('import', path, '--year', '2025')
    expect(await machine.ask('show', drafts[0]?.id ?? '')).toMatchObject({
      story: {
        headline: 'Judul',
        dateline: { place: 'Tirtasari', site: 'x.go.id' },
        event: { date: '2025-11-13', year: 'stated' },
        credit: { writers: ['nrl'], editors: ['ed'], photo: null },
      },
    })
  })
})

describe('a library that cannot be opened', () => {
  it('is missing: says so and names init', async () => {
    const said = await refuse(createCommandLine(), 'list')
    expect([said.code, said.error]).toEqual([1, 'drafts.no-library'])
    expect(said.message).toContain('init')
  })

  it('comes from a newer Redaksi', async () => {
    const machine = await createLibrary()
    const path = join(machine.library, 'library.json')
    writeFileSync(path, JSON.stringify({ ...(JSON.parse(readFileSync(path, 'utf8')) as object), format: 99 }))
    expect(await refuse(machine, 'list')).toMatchObject({ code: 1, error: 'drafts.library-newer' })
  })

  it('is damaged: names the file', async () => {
    const machine = await createLibrary()
    writeFileSync(join(machine.library, 'library.json'), '{')
    const said = await refuse(machine, 'list')
    expect([said.code, said.error]).toEqual([1, 'drafts.library-damaged'])
    expect(said.message).toContain('/library/library.json')
  })

  it('exists already where a new one is to be made', async () => {
    expect(await refuse(await createLibrary(), 'init')).toMatchObject({
      code: 1,
      error: 'drafts.library-exists',
    })
  })
})

describe('a house profile that does not fit', () => {
  it('is refused with the place in it, and no library is made', async () => {
    const machine = createCommandLine()
    const path = join(machine.folder, 'house.json')
    writeFileSync(
      path,
      JSON.stringify({ organisation: { name: 'Kantor', short: 'K', zone: 'WIX', language: 'id-ID' } }),
    )
    const said = await refuse(machine, 'init', '--house', path)
    expect([said.code, said.error]).toEqual([1, 'house.invalid'])
    expect(said.message).toContain('organisation.zone')
    expect(await refuse(machine, 'list')).toMatchObject({ error: 'drafts.no-library' })
  })
})

describe('a target that cannot be', () => {
  it.each([
    ['publish.target-type-unknown', ['--type', 'gopher', '--url', 'http://127.0.0.1:9']],
    ['publish.target-address-invalid', ['--type', 'redaksi', '--url', 'bukan alamat']],
    ['publish.target-address-invalid', ['--type', 'redaksi', '--url', 'http://nama:sandi@127.0.0.1:9']],
    ['cli.secret-missing', ['--type', 'redaksi', '--url', 'http://127.0.0.1:9', '--secret-env', 'TIDAK_ADA']],
  ])('is refused with %s', async (error, words) => {
    const machine = await createLibrary()
    expect(await refuse(machine, 'target', 'add', 'situs', ...words)).toMatchObject({ code: 1, error })
    expect(await machine.ask('target', 'list')).toEqual({ targets: [] })
  })

  it('does not answer: the test says so', async () => {
    const machine = await createLibrary({ SANDI: 'rahasia' })
    await machine.ask(
      'target',
      'add',
      'situs',
      '--type',
      'redaksi',
      '--url',
      'http://127.0.0.1:9',
      '--secret-env',
      'SANDI',
    )
    expect(await refuse(machine, 'target', 'test', 'situs')).toMatchObject({
      code: 1,
      error: 'publish.not-sent',
    })
  })
})

describe('words that make no sense', () => {
  it.each([
    ['cli.unknown-command', ['terbitkan']],
    ['cli.unknown-option', ['list', '--huruf']],
    ['cli.usage', ['show']],
    ['cli.usage', ['list', 'lebih']],
    ['cli.not-a-number', ['list', '--limit', 'banyak']],
    ['cli.not-an-order', ['list', '--sort', 'acak']],
    ['cli.not-a-month', ['list', '--month', '2025-13']],
    ['cli.not-a-status', ['list', '--status', 'baru']],
    ['cli.not-a-year', ['import', 'berkas.txt', '--year', '25']],
    ['cli.not-a-format', ['export', 'a', '--format', 'wordperfect', '--out', 'x']],
    ['cli.stdout-and-json', ['export', 'a', '--format', 'txt', '--out', '-']],
    ['cli.not-initials', ['approve', 'a', '--by', 'seseorang yang lain']],
  ])('exit with 2 and %s', async (error, words) => {
    expect(await refuse(createCommandLine(), ...words)).toMatchObject({ code: 2, error })
  })

  it('get the list of commands when there are none', async () => {
    const { code, out, err } = await createCommandLine().run()
    expect([code, out]).toEqual([2, ''])
    expect(err).toContain('redaksi import')
  })

  it('get the list of commands with --help, as an answer', async () => {
    const { code, out } = await createCommandLine().run('--help')
    expect(code).toBe(0)
    expect(out).toContain('redaksi import')
  })
})

describe('a file that cannot be written', () => {
  it.skipIf(process.getuid?.() === 0)('is named (skipped for root, who may write anywhere)', async () => {
    const machine = await createLibrary()
    const { id } = await machine.ask<{ id: string }>('new', '--headline', 'Judul')
    const closed = join(machine.folder, 'tertutup')
    mkdirSync(closed)
    chmodSync(closed, 0o500)
    expect(
      await refuse(machine, 'export', id, '--format', 'txt', '--out', join(closed, 'x.txt')),
    ).toMatchObject({ code: 1 })
  })

  it('is named when its folder is not there', async () => {
    const machine = await createLibrary()
    const { id } = await machine.ask<{ id: string }>('new', '--headline', 'Judul')
    const said = await refuse(
      machine,
      'export',
      id,
      '--format',
      'txt',
      '--out',
      join(machine.folder, 'tidak', 'ada.txt'),
    )
    expect(said.message).toContain('/tidak/')
  })
})
