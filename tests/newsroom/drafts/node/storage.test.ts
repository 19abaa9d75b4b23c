import { chmod, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { RedaksiError } from '../../../../src/base/errors.ts'
import { formatBackupName } from '../../../../src/newsroom/drafts/index.ts'
import {
  backupLibrary,
  checkBackupFolder,
  drillRestore,
  listBackups,
  nameNextBackup,
  removeExpired,
  restoreLibrary,
  startStorageWork,
} from '../../../../src/newsroom/drafts/node/index.ts'
import { aStory } from '../../../support/builders.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'
import { aLibrary, createTestClock, getCode } from './rig.ts'

const clock = createTestClock()
const LIBRARY_ID = '1b9d6bcd-0000-4000-8000-000000000000'
const name = (sequence: number, day: string, library = '1b9d6bcd') =>
  formatBackupName({ library, sequence, day, time: '0900' })

async function aBackedUpLibrary() {
  const rig = await aLibrary()
  const first = await rig.library.drafts.create(aStory({ headline: 'Satu' }))
  await rig.library.drafts.create(aStory({ headline: 'Dua' }))
  const file = join(await makeTemporaryFolder(), 'cadangan.tar.gz')
  await backupLibrary(rig.folder, file, { clock })
  return { ...rig, first, file }
}

describe('a folder of backups', () => {
  it('lists the library’s own, newest first by their counter, and numbers the next', async () => {
    const folder = await makeTemporaryFolder()
    const files = [name(2, '2026-11-02'), name(11, '2025-01-01'), name(3, '2026-11-03', 'ffffffff'), 'a.txt']
    for (const file of files) await writeFile(join(folder, file), 'isi')
    const found = await listBackups(folder, LIBRARY_ID)
    expect(found.map(({ sequence, bytes }) => [sequence, bytes])).toEqual([
      [11, 3],
      [2, 3],
    ])
    const at = { libraryId: LIBRARY_ID, day: '2026-11-24', time: '0931' }
    expect(nameNextBackup(folder, found, at)).toBe(
      join(folder, 'redaksi-1b9d6bcd-000012-2026-11-24-0931.tar.gz'),
    )
    expect(nameNextBackup(folder, [], at)).toContain('-000001-')
  })

  it('loses what the plan no longer asks for, and nobody else’s files', async () => {
    const folder = await makeTemporaryFolder()
    const days = ['01', '02', '03', '04'].map((day, i) => name(i + 1, `2026-11-${day}`))
    const others = [name(1, '2026-01-01', 'ffffffff'), 'a.txt']
    for (const file of [...days, ...others]) await writeFile(join(folder, file), 'isi')
    await removeExpired(folder, LIBRARY_ID, { daily: 2, weekly: 0, monthly: 0 })
    expect((await readdir(folder)).toSorted()).toEqual([...others, ...days.slice(2)].toSorted())
  })

  it('is refused when it is gone, in the library, or not to be written', async () => {
    const { folder } = await aLibrary()
    const outside = await makeTemporaryFolder()
    expect(await getCode(checkBackupFolder(folder, join(outside, 'tidak-ada')))).toBe(
      'drafts.backup-folder-gone',
    )
    expect(await getCode(checkBackupFolder(folder, join(folder, 'drafts')))).toBe(
      'drafts.backup-inside-library',
    )
    await checkBackupFolder(folder, outside)
    expect(await readdir(outside)).toEqual([])
    if (process.getuid?.() === 0) return
    await chmod(outside, 0o500)
    expect(await getCode(checkBackupFolder(folder, outside))).toBe('base.not-writable')
  })
})

describe('a restore drill', () => {
  it('tells what came back and what is newer than the backup, and leaves nothing', async () => {
    const { library, folder, first, file } = await aBackedUpLibrary()
    expect(await drillRestore(folder, file)).toMatchObject({ drafts: 2, problems: 0, newer: 0, path: file })
    await library.drafts.save(first.id, { baseRevision: 1, story: aStory({ headline: 'Satu lagi' }) })
    await library.drafts.create(aStory({ headline: 'Tiga' }))
    expect(await drillRestore(folder, file)).toMatchObject({ drafts: 2, problems: 0, newer: 2 })
    expect(await readdir(join(folder, '..'))).toEqual(['pustaka'])
  })

  it('clears away a drill that was killed, and fails with a damaged backup', async () => {
    const { folder, file } = await aBackedUpLibrary()
    await mkdir(`${folder}.latihan.tmp`)
    await writeFile(join(`${folder}.latihan.tmp`, 'sisa'), '')
    expect(await drillRestore(folder, file)).toMatchObject({ problems: 0 })
    const bytes = await readFile(file)
    await writeFile(file, bytes.subarray(0, bytes.length / 2))
    expect(await getCode(drillRestore(folder, file))).toBe('drafts.backup-damaged')
    expect(await readdir(join(folder, '..'))).toEqual(['pustaka'])
  })

  it('counts what is wrong in a library that was backed up as it was', async () => {
    const { folder, first, file } = await aBackedUpLibrary()
    await writeFile(join(folder, 'drafts', first.id, 'draft.json'), '{')
    await backupLibrary(folder, file, { clock })
    expect((await drillRestore(folder, file)).problems).toBeGreaterThan(0)
  })
})

describe('long work on a library', () => {
  it('is done in a worker, which tells how far it is', async () => {
    const { folder, file } = await aBackedUpLibrary()
    const phases = new Set<string>()
    const onProgress = (phase: string) => void phases.add(phase)
    const order = { kind: 'backup', library: folder, path: file, now: clock.now() } as const
    const { files } = await startStorageWork(order, { onProgress })
    expect([...phases]).toEqual(['writing', 'checking'])
    const place = join(file, '..', 'baru')
    const restored = await startStorageWork({ kind: 'restore', path: file, folder: place }, { onProgress })
    expect(restored.files).toBe(files)
    expect(await startStorageWork({ kind: 'measure', library: place })).toMatchObject({
      drafts: 2,
      photos: 0,
    })
    expect(await startStorageWork({ kind: 'drill', library: folder, path: file })).toMatchObject({ newer: 0 })
  })

  it('fails as the work itself does', async () => {
    const folder = await makeTemporaryFolder()
    const order = { kind: 'backup', library: folder, path: join(folder, 'a'), now: 0 } as const
    expect(await getCode(startStorageWork(order))).toBe('drafts.no-library')
  })

  it('leaves nothing when it is stopped, whichever it is', async () => {
    const { folder, file } = await aBackedUpLibrary()
    const outside = await makeTemporaryFolder()
    const stopped = new AbortController()
    stopped.abort()
    const { signal } = stopped
    const backup = { kind: 'backup', library: folder, path: join(outside, 'a'), now: 0 } as const
    expect(await getCode(startStorageWork(backup, { signal }))).toBe('drafts.storage-stopped')
    const reason = new RedaksiError('drafts.storage-stopped')
    for (const phase of ['checking', 'restoring', 'comparing']) {
      const stopping = new AbortController()
      const onProgress = (now: string) => now === phase && stopping.abort(reason)
      const restoring = restoreLibrary(file, join(outside, 'baru'), { signal: stopping.signal, onProgress })
      expect(await getCode(restoring)).toBe('drafts.storage-stopped')
    }
    for (const phase of ['writing', 'checking']) {
      const stopping = new AbortController()
      const onProgress = (now: string) => now === phase && stopping.abort(reason)
      const writing = backupLibrary(folder, join(outside, 'a'), {
        clock,
        signal: stopping.signal,
        onProgress,
      })
      expect(await getCode(writing)).toBe('drafts.storage-stopped')
    }
    expect(await readdir(outside)).toEqual([])
    await rm(outside, { recursive: true })
  })
})
