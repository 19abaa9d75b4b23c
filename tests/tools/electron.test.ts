import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseHost, findElectron } from '../../scripts/lib/electron.mjs'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

const DESKTOP = { platform: 'linux' as const, env: { DISPLAY: ':0' }, isRoot: false }

function aRuntime(found: readonly (string | null)[]) {
  const answers = [...found]
  const runtime = {
    fetched: 0,
    find: () => answers.shift() ?? null,
    fetch: async () => void (runtime.fetched += 1),
  }
  return runtime
}

describe('chooseHost', () => {
  it('takes the desktop where its runtime is there, and fetches nothing', async () => {
    const runtime = aRuntime(['/electron'])
    expect(await chooseHost({ ...DESKTOP, ...runtime })).toEqual({ program: '/electron', why: null })
    expect(runtime.fetched).toBe(0)
  })

  it('takes the desktop where its runtime can be fetched', async () => {
    const runtime = aRuntime([null, '/electron'])
    expect(await chooseHost({ ...DESKTOP, ...runtime })).toEqual({ program: '/electron', why: null })
  })

  it('takes the browser where it cannot, and says why', async () => {
    expect(await chooseHost({ ...DESKTOP, ...aRuntime([]) })).toEqual({
      program: null,
      why: 'the desktop runtime is not here and could not be fetched',
    })
  })

  it('fetches nothing for a machine without a display, or for root', async () => {
    for (const machine of [
      { ...DESKTOP, env: {} },
      { ...DESKTOP, isRoot: true },
    ]) {
      const runtime = aRuntime(['/electron'])
      expect((await chooseHost({ ...machine, ...runtime })).program).toBeNull()
    }
    const elsewhere = { platform: 'darwin' as const, env: {}, isRoot: true }
    expect((await chooseHost({ ...elsewhere, ...aRuntime(['/electron']) })).program).toBe('/electron')
  })
})

describe('findElectron', () => {
  it('finds the program that the package names, once it is there', async () => {
    const folder = await makeTemporaryFolder()
    expect(findElectron(folder)).toBeNull()
    await writeFile(join(folder, 'path.txt'), 'electron')
    expect(findElectron(folder)).toBeNull()
    await mkdir(join(folder, 'dist'))
    await writeFile(join(folder, 'dist', 'electron'), '')
    expect(findElectron(folder)).toBe(join(folder, 'dist', 'electron'))
  })
})
