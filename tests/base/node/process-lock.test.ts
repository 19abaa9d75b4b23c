import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { acquireProcessLock } from '../../../src/base/node/process-lock.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

const HOLDER = `
  import { acquireProcessLock } from ${JSON.stringify(new URL('../../../src/base/node/process-lock.ts', import.meta.url).href)}
  const lock = await acquireProcessLock(process.argv[1])
  console.log(lock === null ? 'refused' : 'held')
  setInterval(() => {}, 1000)
`

async function startHolder(path: string) {
  const holder = spawn(process.execPath, ['--input-type=module', '--no-warnings', '-e', HOLDER, path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void holder.kill('SIGKILL'))
  const [said] = await once(holder.stdout, 'data')
  return { holder, said: String(said).trim() }
}

describe('acquireProcessLock', () => {
  it('is held once, in this process too, and again after its release', async () => {
    const path = join(await makeTemporaryFolder(), 'lock')
    const first = await acquireProcessLock(path)
    expect(await acquireProcessLock(path)).toBeNull()
    // A refused attempt must not free what the first one holds.
    expect(await acquireProcessLock(path)).toBeNull()
    first?.release()
    const second = await acquireProcessLock(path)
    expect(second).not.toBeNull()
    second?.release()
    expect((await stat(path)).mode & 0o777).toBe(0o600)
  })

  it('is refused while another process holds it, and free once that one is killed', async () => {
    const path = join(await makeTemporaryFolder(), 'lock')
    const { holder, said } = await startHolder(path)
    expect([said, await acquireProcessLock(path)]).toEqual(['held', null])
    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const lock = await acquireProcessLock(path)
    expect(lock).not.toBeNull()
    expect((await startHolder(path)).said).toBe('refused')
    lock?.release()
  })

  it('says what is wrong where no lock can be', async () => {
    const folder = await makeTemporaryFolder()
    await expect(acquireProcessLock(join(folder, 'none', 'lock'))).rejects.toThrow('base.write-failed')
    await mkdir(join(folder, 'folder'))
    await expect(acquireProcessLock(join(folder, 'folder'))).rejects.toThrow('base.write-failed')
    await writeFile(join(folder, 'lock'), 'this is no database, and nobody should overwrite it')
    await expect(acquireProcessLock(join(folder, 'lock'))).rejects.toThrow('base.write-failed')
  })
})
