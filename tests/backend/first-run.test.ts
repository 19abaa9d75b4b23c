import { writeFile, mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openOrCreateNewsroom } from '../../src/backend/first-run.ts'
import { openNewsroom, type Newsroom, type Surroundings } from '../../src/backend/newsroom.ts'
import { openSettings } from '../../src/backend/settings.ts'
import { createNewsroom, readStarterHouse } from '../../src/backend/setup.ts'
import { createSystemClock } from '../../src/base/node/system.ts'
import { createTestRandom } from '../support/builders.ts'
import { makeTemporaryFolder } from '../support/temporary-folder.ts'

async function prepare() {
  const folder = await makeTemporaryFolder()
  const warnings: string[] = []
  const surroundings: Surroundings = {
    clock: createSystemClock(),
    random: createTestRandom(5),
    env: {},
    configFolder: join(folder, 'config'),
    address: null,
    onWarning: ({ code }) => void warnings.push(code),
  }
  return { library: join(folder, 'pustaka'), surroundings, warnings }
}

async function open(newsroom: Promise<Newsroom>): Promise<Newsroom> {
  const opened = await newsroom
  onTestFinished(() => opened.close())
  return opened
}

describe('the first start', () => {
  it('makes a library to which the first steps lead, and another start goes on where they stopped', async () => {
    const { library, surroundings } = await prepare()
    const first = await openOrCreateNewsroom(library, surroundings)
    expect(first.machine.firstStep).toBe('office')
    await first.machine.setFirstStep('people')
    await first.close()
    const again = await open(openOrCreateNewsroom(library, surroundings))
    expect(again.machine.firstStep).toBe('people')
    await again.machine.setFirstStep(null)
    expect(again.machine.firstStep).toBeNull()
  })

  it('leads nobody who has gone the steps, and nobody to a library that was there', async () => {
    const { library, surroundings } = await prepare()
    await openSettings(surroundings.configFolder).change((known) => ({ ...known, welcome: 'done' }))
    expect((await open(openOrCreateNewsroom(library, surroundings))).machine.firstStep).toBeNull()

    const other = await prepare()
    await createNewsroom(other.library, await readStarterHouse(), other.surroundings)
    expect((await open(openNewsroom(other.library, 'read', other.surroundings))).machine.firstStep).toBeNull()
    expect((await open(openOrCreateNewsroom(other.library, other.surroundings))).machine.firstStep).toBeNull()
  })

  it('makes a library though the settings are damaged, and says so', async () => {
    const { library, surroundings, warnings } = await prepare()
    await mkdir(surroundings.configFolder, { recursive: true })
    await writeFile(join(surroundings.configFolder, 'settings.json'), '{')
    const newsroom = await open(openOrCreateNewsroom(library, surroundings))
    expect(newsroom.machine.firstStep).toBeNull()
    expect(warnings).toContain('base.file-damaged')
  })
})
