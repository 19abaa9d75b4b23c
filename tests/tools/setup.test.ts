import { fork } from 'node:child_process'
import { existsSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { describe, expect, it } from 'vitest'
import { isBuilt } from '../../scripts/lib/build.mjs'
import { findMisfit } from '../../scripts/lib/dependencies.mjs'
import { withLock } from '../../scripts/lib/lock.mjs'
import { ROOT } from '../../scripts/lib/pinned-node.mjs'
import { makeTree } from './support.ts'

describe('findMisfit', () => {
  const lock = (packages: object) => JSON.stringify({ packages })
  const installed = {
    'package-lock.json': lock({
      '': {},
      'node_modules/zod': { version: '4.0.0', integrity: 'sha512-a' },
      'node_modules/other-system': { version: '1.0.0', optional: true },
    }),
    'node_modules/.package-lock.json': lock({
      'node_modules/zod': { version: '4.0.0', integrity: 'sha512-a' },
    }),
    'node_modules/zod/package.json': JSON.stringify({ version: '4.0.0' }),
  }

  it('finds nothing when all that is meant for this system is there', () => {
    expect(findMisfit(makeTree(installed))).toBeNull()
  })

  it.each([
    [
      'nothing is installed',
      { 'node_modules/.package-lock.json': null },
      'nothing is installed, or an installation was cut off',
    ],
    [
      'another version is locked',
      { 'package-lock.json': lock({ 'node_modules/zod': { version: '4.0.1', integrity: 'sha512-a' } }) },
      'node_modules/zod is not the one in package-lock.json',
    ],
    [
      'the same version is locked with other contents',
      { 'package-lock.json': lock({ 'node_modules/zod': { version: '4.0.0', integrity: 'sha512-b' } }) },
      'node_modules/zod is not the one in package-lock.json',
    ],
    [
      'another package is locked',
      { 'package-lock.json': lock({ 'node_modules/tar': { version: '7.0.0' } }) },
      'node_modules/tar is not the one in package-lock.json',
    ],
    ['a folder is gone', { 'node_modules/zod/package.json': null }, 'node_modules/zod is incomplete'],
    ['a file was cut off', { 'node_modules/zod/package.json': '{"versi' }, 'node_modules/zod is incomplete'],
  ])('says so when %s', (_, changes, misfit) => {
    const files = Object.entries({ ...installed, ...changes }).filter(
      (entry): entry is [string, string] => entry[1] !== null,
    )
    expect(findMisfit(makeTree(Object.fromEntries(files)))).toBe(misfit)
  })
})

describe('isBuilt', () => {
  it('is false before a build, and for a stamp of other sources', () => {
    const sources = { 'package-lock.json': '{}', 'src/cli/main.ts': '', 'out/cli.js': '' }
    expect(isBuilt(makeTree(sources))).toBe(false)
    expect(
      isBuilt(makeTree({ ...sources, 'out/.stamp.json': JSON.stringify({ sources: 'other', sizes: '[]' }) })),
    ).toBe(false)
  })
})

describe('withLock', () => {
  const LOCK = pathToFileURL(join(ROOT, 'scripts/lib/lock.mjs')).href
  /** A process that takes the lock many times, and each time notes its coming and going in one file. */
  const worker = `import { appendFileSync } from 'node:fs'
    import { withLock } from '${LOCK}'
    const [file, log] = process.argv.slice(2)
    for (let i = 0; i < 20; i += 1) await withLock(file, async () => {
      appendFileSync(log, 'in ')
      await new Promise((resolve) => setTimeout(resolve, 2))
      appendFileSync(log, 'out ')
    })`

  it('lets one in at a time', async () => {
    const root = makeTree({ 'worker.mjs': worker })
    const args = [join(root, 'lock'), join(root, 'log')]
    const codes = [1, 2, 3].map(
      () => new Promise((resolve) => fork(join(root, 'worker.mjs'), args).on('exit', resolve)),
    )
    expect(await Promise.all(codes)).toEqual([0, 0, 0])
    expect(readFileSync(join(root, 'log'), 'utf8')).toBe('in out '.repeat(60))
    expect(existsSync(join(root, 'lock'))).toBe(false)
  })

  it('takes over the lock of a process that is gone, at once', async () => {
    const root = makeTree({ 'gone.mjs': '' })
    const child = fork(join(root, 'gone.mjs'))
    await new Promise((resolve) => child.on('exit', resolve))
    writeFileSync(join(root, 'lock'), String(child.pid))
    expect(await withLock(join(root, 'lock'), async () => 'done')).toBe('done')
  })

  it('takes over a lock that has shown no life for long, though its number is taken by another process', async () => {
    const root = makeTree({ lock: String(process.pid) })
    const longAgo = new Date(Date.now() - 120_000)
    utimesSync(join(root, 'lock'), longAgo, longAgo)
    expect(await withLock(join(root, 'lock'), async () => 'done')).toBe('done')
  })

  it('waits for a living holder and says which process that is', async () => {
    const root = makeTree({ lock: String(process.pid) })
    const waits: number[] = []
    const work = withLock(
      join(root, 'lock'),
      async () => 'done',
      (pid) => {
        waits.push(pid)
        rmSync(join(root, 'lock'))
      },
    )
    expect(await work).toBe('done')
    expect(waits).toEqual([process.pid])
  })

  it('frees the lock when the work fails', async () => {
    const root = makeTree({})
    const work = withLock(join(root, 'lock'), () => Promise.reject(new Error('failed')))
    await expect(work).rejects.toThrow('failed')
    expect(existsSync(join(root, 'lock'))).toBe(false)
  })
})
