import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findElectron, type WindowFacts } from '../../src/cli/find-electron.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

async function makeMachine(...programs: readonly string[]): Promise<WindowFacts> {
  const root = await makeTemporaryFolder()
  for (const program of programs) {
    await mkdir(join(root, program, '..'), { recursive: true })
    await writeFile(join(root, program), '')
  }
  return { root, env: { DISPLAY: ':0' }, platform: 'linux', isRoot: false }
}

const LINUX = 'node_modules/electron/dist/electron'

describe('findElectron', () => {
  it('finds the runtime that the package has fetched, by its name on each system', async () => {
    const mac = 'node_modules/electron/dist/Electron.app/Contents/MacOS/Electron'
    const windows = 'node_modules/electron/dist/electron.exe'
    const machine = await makeMachine(LINUX, mac, windows)
    const find = (platform: NodeJS.Platform) => findElectron({ ...machine, platform, env: {} })
    expect([findElectron(machine), find('darwin'), find('win32')]).toEqual(
      [LINUX, mac, windows].map((program) => ({ kind: 'found', program: join(machine.root, program) })),
    )
  })

  it('takes the runtime of another folder that is named', async () => {
    const machine = await makeMachine('lain/electron')
    const env = { WAYLAND_DISPLAY: 'wayland-0', ELECTRON_OVERRIDE_DIST_PATH: join(machine.root, 'lain') }
    expect(findElectron({ ...machine, env })).toEqual({
      kind: 'found',
      program: join(machine.root, 'lain/electron'),
    })
  })

  it('says why there is no window', async () => {
    const machine = await makeMachine(LINUX)
    expect([
      findElectron(await makeMachine()),
      findElectron({ ...machine, env: {} }),
      findElectron({ ...machine, isRoot: true }),
    ]).toEqual([{ kind: 'no-runtime' }, { kind: 'no-display' }, { kind: 'root' }])
  })
})
