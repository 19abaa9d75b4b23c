import { lstat, readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  makeFolderDurably,
  nodeFiles,
  removeFileDurably,
  writeFileDurably,
} from '../../../src/base/node/durable-write.ts'
import { createNodeFileSystem, retryWhileHeld } from '../../../src/base/node/node-file-system.ts'
import { isTemporaryName } from '../../../src/base/node/temporary.ts'
import { createSimulatedDisk, type DiskFault } from '../../support/simulated-disk.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = async (path: string, files = nodeFiles) => new TextDecoder().decode(await files.read(path))

describe('writeFileDurably', () => {
  it('writes, replaces, and keeps the generation before', async () => {
    const folder = await makeTemporaryFolder()
    const [path, previous] = [join(folder, 'a.json'), join(folder, 'a.previous.json')]
    for (const each of ['satu', 'dua', 'tiga']) await writeFileDurably(path, bytes(each), { previous })
    expect([await text(path), await text(previous), (await readdir(folder)).sort()]).toEqual([
      'tiga',
      'dua',
      ['a.json', 'a.previous.json'],
    ])
  })

  it('makes files for their owner alone', async () => {
    const folder = await makeTemporaryFolder()
    await makeFolderDurably(join(folder, 'b', 'c'))
    await writeFileDurably(join(folder, 'b', 'c', 'a'), bytes('x'))
    const modes = await Promise.all(
      ['b', 'b/c', 'b/c/a'].map(async (each) => (await stat(join(folder, each))).mode & 0o777),
    )
    expect(modes).toEqual([0o700, 0o700, 0o600])
  })

  it('flushes the file before it gets its name, and the folder after', async () => {
    const disk = createSimulatedDisk('/d')
    await writeFileDurably('/d/a', bytes('x'), { files: disk })
    const steps = disk.calls.map((call) => call.operation).filter((operation) => operation !== 'link')
    expect(steps).toEqual(['create', 'write', 'sync', 'close', 'rename', 'syncFolder'])
  })

  it('leaves no temporary when old and previous are one file, where a rename does nothing', async () => {
    const folder = await makeTemporaryFolder()
    const [path, previous] = [join(folder, 'a.json'), join(folder, 'a.previous.json')]
    await writeFile(path, 'satu')
    await nodeFiles.link(path, previous)
    await writeFileDurably(path, bytes('dua'), { previous })
    expect([await text(path), await text(previous), (await readdir(folder)).sort()]).toEqual([
      'dua',
      'satu',
      ['a.json', 'a.previous.json'],
    ])
  })

  it('keeps the previous generation as a copy where there are no links', async () => {
    const folder = await makeTemporaryFolder()
    const [path, previous] = [join(folder, 'a.json'), join(folder, 'a.previous.json')]
    const link = () => Promise.reject(Object.assign(new Error('no links here'), { code: 'ENOTSUP' }))
    const files = { ...nodeFiles, link }
    for (const each of ['satu', 'dua', 'tiga']) await writeFileDurably(path, bytes(each), { previous, files })
    await writeFileDurably(path, bytes('empat'), { files })
    expect([await text(path), await text(previous), (await readdir(folder)).length]).toEqual([
      'empat',
      'dua',
      2,
    ])
    expect((await lstat(path)).nlink).toBe(1)
  })

  it('passes over the temporary that a former process of the same id left behind', async () => {
    const disk = createSimulatedDisk('/d', ({ index }) => (index < 3 ? 'EEXIST' : null))
    await writeFileDurably('/d/a', bytes('x'), { files: disk })
    expect([await text('/d/a', disk), disk.names('/d')]).toEqual(['x', ['a']])
  })
})

describe('a failing disk', () => {
  const codes = {
    ENOSPC: 'base.disk-full',
    EDQUOT: 'base.disk-full',
    EACCES: 'base.not-writable',
    EROFS: 'base.not-writable',
    EIO: 'base.write-failed',
    EMFILE: 'base.write-failed',
  }

  /** Writes an old and a new value with a fault at one call, and says how it ended. */
  async function attempt(fault: DiskFault, previous: string | undefined) {
    let isOn = false
    const disk = createSimulatedDisk('/d', (call) => (isOn ? fault(call) : null))
    const options = { files: disk, ...(previous === undefined ? {} : { previous }) }
    await writeFileDurably('/d/a', bytes('lama'), options)
    isOn = true
    const before = disk.calls.length
    const outcome = await writeFileDurably('/d/a', bytes('baru'), options).then(
      () => 'acknowledged',
      (error: unknown) => String(error),
    )
    isOn = false
    const calls = disk.calls.slice(before)
    const now = await text('/d/a', disk)
    const left = disk.names('/d').filter(isTemporaryName)
    await writeFileDurably('/d/a', bytes('lagi'), options)
    return { outcome, now, left, next: await text('/d/a', disk), calls }
  }

  for (const previous of [undefined, '/d/a.previous']) {
    it(`leaves the old file and no temporary, whatever step fails${previous === undefined ? '' : ', keeping the previous'}`, async () => {
      const { calls } = await attempt(() => null, previous)
      const base = calls[0]?.index ?? 0
      for (const [code, ours] of Object.entries(codes)) {
        for (let step = 0; step < calls.length; step += 1) {
          const { outcome, now, left, next } = await attempt(
            ({ index }) => (index === base + step ? code : null),
            previous,
          )
          const operation = calls[step]?.operation
          // Without a link the old file is copied or let go, and a name too many is swept up later: the write goes on.
          const isExpected =
            operation === 'link' || operation === 'remove'
              ? outcome === 'acknowledged' && now === 'baru'
              : outcome.includes(ours) && now === 'lama'
          expect({
            code,
            operation,
            outcome,
            now,
            isExpected,
            left: operation === 'remove' ? [] : left,
            next,
          }).toEqual({ code, operation, outcome, now, isExpected: true, left: [], next: 'lagi' })
        }
      }
    })
  }

  it('never asks a file that failed to be flushed again', async () => {
    const { calls } = await attempt(({ operation }) => (operation === 'sync' ? 'EIO' : null), undefined)
    const failed = calls.find((call) => call.operation === 'sync')
    expect(calls.filter((call) => call.path === failed?.path && call.operation === 'sync')).toHaveLength(1)
  })
})

describe('removeFileDurably', () => {
  it('removes, flushes the folder, and takes a missing file for removed', async () => {
    const disk = createSimulatedDisk('/d')
    await writeFileDurably('/d/a', bytes('x'), { files: disk })
    await removeFileDurably('/d/a', disk)
    await removeFileDurably('/d/a', disk)
    expect([disk.names('/d'), disk.calls.at(-1)?.operation]).toEqual([[], 'syncFolder'])
  })
})

describe('makeFolderDurably', () => {
  it('flushes the folder above, of a folder that is there already too', async () => {
    const disk = createSimulatedDisk('/d')
    await makeFolderDurably('/d/b/c', disk)
    await makeFolderDurably('/d/b/c', disk)
    const flushed = disk.calls.filter((call) => call.operation === 'syncFolder').map((call) => call.path)
    expect(flushed).toEqual(['/d', '/d/b', '/d/b'])
  })
})

describe('createNodeFileSystem', () => {
  it('leaves the flush of a folder out on Windows alone', async () => {
    await expect(createNodeFileSystem('win32').syncFolder('/no/such/folder')).resolves.toBeUndefined()
    await expect(createNodeFileSystem('linux').syncFolder('/no/such/folder')).rejects.toThrow('ENOENT')
  })

  it('tries a rename again while another program holds the file, and gives up in the end', async () => {
    let tries = 0
    const held = (times: number) => async () => {
      tries += 1
      if (tries <= times) throw Object.assign(new Error('held'), { code: 'EBUSY' })
    }
    await retryWhileHeld(held(2), [0, 0, 0])
    expect(tries).toBe(3)
    tries = 0
    await expect(retryWhileHeld(held(9), [0, 0, 0])).rejects.toThrow('held')
    expect(tries).toBe(4)
  })
})

it('reads what was written with another tool', async () => {
  const folder = await makeTemporaryFolder()
  await writeFileDurably(join(folder, 'a'), bytes('é'))
  expect(await readFile(join(folder, 'a'), 'utf8')).toBe('é')
})
