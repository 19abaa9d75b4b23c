import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, stat, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import { Header } from 'tar'
import { describe, expect, it } from 'vitest'
import { isRedaksiError } from '../../../../src/base/errors.ts'
import { BACKUP_LIMITS } from '../../../../src/newsroom/drafts/backup-manifest.ts'
import {
  backupLibrary,
  inspectLibrary,
  openLibrary,
  restoreLibrary,
} from '../../../../src/newsroom/drafts/node/index.ts'
import { aStory } from '../../../support/builders.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'
import { aLibrary, createTestClock, getCode } from './rig.ts'

const clock = createTestClock()
const facts = async (action: Promise<unknown>) => {
  const error: unknown = await action.catch((thrown: unknown) => thrown)
  return isRedaksiError(error) ? { code: error.code, ...error.details } : error
}

/** Every file of a folder with the hash of its bytes. */
async function readTree(folder: string): Promise<Record<string, string>> {
  const tree: Record<string, string> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    tree[path.slice(folder.length + 1)] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  }
  return tree
}

/** A library with two drafts, a photo, an outbox entry, a ledger file, strays; and where a backup of it may go. */
async function aFullLibrary() {
  const rig = await aLibrary()
  for (const headline of ['Satu', 'Dua']) {
    const { id } = await rig.library.drafts.create(aStory({ headline }))
    await rig.library.drafts.save(id, { baseRevision: 1, story: aStory({ headline: `${headline} lagi` }) })
  }
  await rig.library.drafts.list()
  const files = {
    'photos/a.jpg': Buffer.alloc(3_000_000, 'foto'),
    'photos/empty.json': Buffer.alloc(0),
    'outbox/e.json': Buffer.from('{}'),
    'ledger/l.json': Buffer.from('{}'),
    'drafts/draft.json.12-3.tmp': Buffer.from('a save that never was'),
    [`photos/${'panjang'.repeat(25)} é.txt`]: Buffer.from('a long name'),
  }
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(join(rig.folder, path, '..'), { recursive: true })
    await writeFile(join(rig.folder, path), bytes)
  }
  const outside = await makeTemporaryFolder()
  return { ...rig, outside, file: join(outside, 'cadangan.tar.gz') }
}

const isLeftOut = (path: string) => /^(index|lock)|\.tmp$/.test(path)

describe('a backup', () => {
  it('is made of a library in use, and restores to the same files, byte for byte', async () => {
    const { folder, file, outside } = await aFullLibrary()
    const report = await backupLibrary(folder, file, { clock })
    const place = join(outside, 'baru', 'pustaka')
    expect(await restoreLibrary(file, place)).toEqual(report)
    const expected = Object.fromEntries(
      Object.entries(await readTree(folder)).filter(([path]) => !isLeftOut(path)),
    )
    expect(await readTree(place)).toEqual(expected)
    expect(report.files).toBe(Object.keys(expected).length)
    expect([(await stat(file)).mode & 0o777, (await readdir(outside)).toSorted()]).toEqual([
      0o600,
      ['baru', 'cadangan.tar.gz'],
    ])
    expect(await inspectLibrary(place)).toEqual([])
  })

  it('restores to a library that lists, searches and counts on', async () => {
    const { library, folder, file, outside } = await aFullLibrary()
    await backupLibrary(folder, file, { clock })
    const newest = (await library.drafts.list()).drafts[0]
    await library.close()
    await mkdir(join(outside, 'kosong'))
    await restoreLibrary(file, join(outside, 'kosong'))
    const restored = await openLibrary(join(outside, 'kosong'), {
      mode: 'write',
      clock,
      random: () => new Uint8Array(16),
    })
    const before = await restored.drafts.read(newest?.id ?? '')
    expect((await restored.drafts.create(aStory())).order).toBeGreaterThan(before.order)
    expect((await restored.drafts.list({ query: '"satu lagi"' })).total).toBe(1)
    await restored.close()
  })

  it('replaces a former one by a good one, or not at all', async () => {
    const { folder, file, outside } = await aFullLibrary()
    await writeFile(file, 'the backup of yesterday')
    await symlink('/etc/hostname', join(folder, 'photos', 'tautan'))
    expect(await facts(backupLibrary(folder, file, { clock }))).toEqual({
      code: 'drafts.backup-special-file',
      path: join(folder, 'photos', 'tautan'),
    })
    expect([await readFile(file, 'utf8'), await readdir(outside)]).toEqual([
      'the backup of yesterday',
      ['cadangan.tar.gz'],
    ])
  })

  it('does not go into the library itself, nor is it made of no library', async () => {
    const { folder, file } = await aFullLibrary()
    const inside = join(folder, 'photos', 'cadangan.tar.gz')
    expect(await facts(backupLibrary(folder, inside, { clock }))).toEqual({
      code: 'drafts.backup-inside-library',
      path: inside,
    })
    const none = await makeTemporaryFolder()
    expect(await facts(backupLibrary(none, file, { clock }))).toEqual({
      code: 'drafts.no-library',
      folder: none,
    })
    expect(await getCode(backupLibrary(folder, join(none, 'tidak', 'ada.tar.gz'), { clock }))).toBe(
      'base.write-failed',
    )
  })
})

describe('a restore', () => {
  it('refuses a folder with anything in it', async () => {
    const { folder, file } = await aFullLibrary()
    await backupLibrary(folder, file, { clock })
    const before = await readTree(folder)
    expect(await facts(restoreLibrary(file, folder))).toEqual({ code: 'drafts.folder-not-empty', folder })
    expect(await readTree(folder)).toEqual(before)
  })

  it('refuses a file that is missing, cut, flipped or no archive, and leaves nothing', async () => {
    const { folder, file, outside } = await aFullLibrary()
    await backupLibrary(folder, file, { clock })
    const good = await readFile(file)
    const flipped = gunzipSync(good)
    const at = flipped.indexOf('Dua lagi')
    flipped[at] = (flipped[at] ?? 0) ^ 1
    const place = join(outside, 'baru')
    const codes = []
    for (const bytes of [
      good.subarray(0, good.length / 2),
      good.subarray(0, 10),
      gzipSync(flipped),
      Buffer.from('halo'),
      Buffer.alloc(0),
      gzipSync(Buffer.alloc(1024)),
    ]) {
      await writeFile(file, bytes)
      codes.push(await getCode(restoreLibrary(file, place)))
    }
    expect(codes).toEqual(codes.map(() => 'drafts.backup-damaged'))
    expect(await facts(restoreLibrary(join(outside, 'tidak-ada'), place))).toMatchObject({
      code: 'base.read-failed',
      reason: 'ENOENT',
    })
    expect(await readdir(outside)).toEqual(['cadangan.tar.gz'])
  })
})

/** One entry of an archive made by hand. */
interface Entry {
  readonly path: string
  readonly body?: string
  readonly type?: 'File' | 'SymbolicLink' | 'Link' | 'CharacterDevice' | 'Directory' | 'FIFO'
  readonly link?: string
}

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
const LIBRARY: Entry = {
  path: 'library/library.json',
  body: '{"format":1,"id":"00000000-0000-4000-8000-000000000000","createdAt":"2025-11-14T02:00:00.000Z"}',
}

/** An archive with these entries and a manifest that fits them, so that nothing but the entries can be wrong. */
function pack(entries: readonly Entry[]): Buffer {
  const files = entries.map(({ path, body = '' }) => ({
    path: path.replace(/^library\//, ''),
    size: Buffer.byteLength(body),
    sha256: sha256(body),
  }))
  const manifest: Entry = {
    path: 'manifest.json',
    body: JSON.stringify({ schema: 1, createdAt: '2025-11-14T02:00:00.000Z', files }),
  }
  return gzipSync(Buffer.concat([...[...entries, manifest].map(packEntry), Buffer.alloc(1024)]))
}

function packEntry({ path, body = '', type = 'File', link = '' }: Entry): Buffer {
  const size = type === 'File' ? Buffer.byteLength(body) : 0
  const header = new Header({
    path,
    size,
    type,
    mode: 0o644,
    mtime: new Date(0),
    ...(link === '' ? {} : { linkpath: link }),
  })
  header.encode()
  const padding = (512 - (size % 512)) % 512
  return Buffer.concat([
    header.block ?? Buffer.alloc(512),
    Buffer.from(size > 0 ? body : ''),
    Buffer.alloc(padding),
  ])
}

describe('a hostile archive', () => {
  const hostile: Record<string, readonly Entry[]> = {
    'an absolute path': [{ path: '/etc/redaksi-evil', body: 'x' }],
    'an absolute path below the library': [{ path: 'library//etc/evil', body: 'x' }],
    'a way up': [{ path: 'library/../../evil', body: 'x' }],
    'a way up in the middle': [{ path: 'library/drafts/../../../evil', body: 'x' }],
    'a name outside the library': [{ path: 'evil', body: 'x' }],
    'a backslash': [{ path: 'library/..\\..\\evil', body: 'x' }],
    'a drive': [{ path: 'library/C:evil', body: 'x' }],
    'a stream': [{ path: 'library/house.json:evil', body: 'x' }],
    'a device of Windows': [{ path: 'library/nul', body: 'x' }],
    'a trailing dot': [{ path: 'library/house.json.', body: 'x' }],
    'a control character': [{ path: 'library/a\u0001b', body: 'x' }],
    'an empty name': [{ path: 'library/', body: 'x' }],
    'a symbolic link': [
      { path: 'library/drafts', type: 'SymbolicLink', link: '/etc' },
      { path: 'library/drafts/passwd', body: 'x' },
    ],
    'a hard link': [{ path: 'library/house.json', type: 'Link', link: '/etc/passwd' }],
    'a device': [{ path: 'library/zero', type: 'CharacterDevice' }],
    'a pipe': [{ path: 'library/pipe', type: 'FIFO' }],
    'a folder': [{ path: 'library/drafts', type: 'Directory' }],
    'the same name twice': [
      { path: 'library/a', body: 'x' },
      { path: 'library/a', body: 'x' },
    ],
    'the same name in other letters': [
      { path: 'library/a', body: 'x' },
      { path: 'library/A', body: 'x' },
    ],
    'a file in the place of a folder': [
      { path: 'library/a', body: 'x' },
      { path: 'library/a/b', body: 'x' },
    ],
    'a very deep path': [{ path: `library/${'a/'.repeat(40)}b`, body: 'x' }],
  }

  for (const [name, entries] of Object.entries(hostile)) {
    it(`is refused and leaves nothing: ${name}`, async () => {
      const folder = await makeTemporaryFolder()
      const file = join(folder, 'jahat.tar.gz')
      await writeFile(file, pack([LIBRARY, ...entries]))
      const error: unknown = await restoreLibrary(file, join(folder, 'baru')).catch(
        (thrown: unknown) => thrown,
      )
      expect(isRedaksiError(error) && error.code).toMatch(
        /^drafts\.backup-(refused|damaged)$|^base\.write-failed$/,
      )
      expect(await readdir(folder)).toEqual(['jahat.tar.gz'])
    })
  }

  const attempt = async (bytes: Buffer, limits = BACKUP_LIMITS) => {
    const folder = await makeTemporaryFolder()
    await writeFile(join(folder, 'a.tar.gz'), bytes)
    const outcome = await facts(restoreLibrary(join(folder, 'a.tar.gz'), join(folder, 'baru'), { limits }))
    return { outcome, left: (await readdir(folder)).length }
  }

  it('would pass without its hostile part: the archive maker is sound', async () => {
    const folder = await makeTemporaryFolder()
    await writeFile(join(folder, 'a.tar.gz'), pack([LIBRARY, { path: 'library/a/b', body: 'x' }]))
    expect(await restoreLibrary(join(folder, 'a.tar.gz'), join(folder, 'baru'))).toMatchObject({ files: 2 })
  })

  it('is refused when it holds what its manifest does not name, or lacks what it names', async () => {
    const other = (files: readonly object[]): Entry => ({
      path: 'manifest.json',
      body: JSON.stringify({ schema: 1, createdAt: '2025-11-14T02:00:00.000Z', files }),
    })
    const make = (entries: readonly Entry[]) =>
      gzipSync(Buffer.concat([...entries.map(packEntry), Buffer.alloc(1024)]))
    const named = {
      path: 'library.json',
      size: Buffer.byteLength(LIBRARY.body ?? ''),
      sha256: sha256(LIBRARY.body ?? ''),
    }
    const extra: Entry = { path: 'library/extra', body: 'x' }
    const outcomes = await Promise.all([
      attempt(make([LIBRARY, extra, other([named])])),
      attempt(make([LIBRARY, other([named, { ...named, path: 'drafts/x' }])])),
      attempt(make([LIBRARY, other([{ ...named, sha256: 'a'.repeat(64) }])])),
      attempt(make([LIBRARY, other([named]), extra])),
      attempt(make([LIBRARY])),
      attempt(make([LIBRARY, { path: 'manifest.json', body: '[]' }])),
      attempt(make([extra, other([{ path: 'extra', size: 1, sha256: sha256('x') }])])),
    ])
    expect(outcomes.map(({ outcome }) => Object(outcome).code.replace('drafts.backup-', ''))).toEqual([
      'refused',
      'damaged',
      'damaged',
      'refused',
      'damaged',
      'damaged',
      'damaged',
    ])
    expect(outcomes.every(({ left }) => left === 1)).toBe(true)
  })

  it('is refused when it is too much: files, sizes, and bytes out of nothing', async () => {
    const body = 'x'.repeat(2000)
    const many = Array.from({ length: 12 }, (_, i) => ({ path: `library/${i}`, body }))
    const bomb = pack([LIBRARY, { path: 'library/bom', body: '0'.repeat(30_000_000) }])
    expect(bomb.length).toBeLessThan(60_000)
    const outcomes = await Promise.all([
      attempt(pack([LIBRARY, ...many]), { ...BACKUP_LIMITS, files: 10 }),
      attempt(pack([LIBRARY, ...many]), { ...BACKUP_LIMITS, fileSize: 1999 }),
      attempt(pack([LIBRARY, ...many]), { ...BACKUP_LIMITS, totalSize: 20_000 }),
      attempt(bomb, { ...BACKUP_LIMITS, free: 1_000_000 }),
    ])
    expect(outcomes.map(({ outcome }) => Object(outcome).reason)).toEqual([
      'too-many',
      'too-large',
      'too-large',
      'too-large',
    ])
    expect(outcomes.every(({ left }) => left === 1)).toBe(true)
  })

  it('is refused when the library in it is of a newer Redaksi', async () => {
    const { outcome, left } = await attempt(pack([{ ...LIBRARY, body: '{"format": 9}' }]))
    expect([outcome, left]).toMatchObject([{ code: 'drafts.library-newer', format: 9, supported: 1 }, 1])
  })
})
