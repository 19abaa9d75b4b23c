import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isRedaksiError } from '../../../../src/base/errors.ts'
import { inspectLibrary } from '../../../../src/newsroom/drafts/node/index.ts'
import { aLibrary, getCode } from './rig.ts'

const HOLDER = fileURLToPath(new URL('./hold-library.ts', import.meta.url))

/** Starts the second process and waits for so many lines of what it says. */
async function startHolder(folder: string, lines: number) {
  const holder = spawn(process.execPath, ['--no-warnings', HOLDER, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(() => void holder.kill('SIGKILL'))
  const said: string[] = []
  const enough = Promise.withResolvers<void>()
  createInterface(holder.stdout).on('line', (line) => {
    said.push(line)
    if (said.length >= lines || line.startsWith('refused')) enough.resolve()
  })
  await enough.promise
  return { holder, said }
}

describe('a library and two processes', () => {
  it('refuses the second, which may read, and is free and whole once the first is killed', async () => {
    const { folder, library, open } = await aLibrary()
    await library.close()
    const { holder, said } = await startHolder(folder, 4)
    const error: unknown = await open().catch((thrown: unknown) => thrown)
    expect(isRedaksiError(error, 'drafts.library-locked') && error.details).toEqual({
      folder,
      pid: holder.pid,
      address: null,
      socket: null,
    })
    const [, id = ''] = said[0]?.split(' ') ?? []
    const reader = await open({ mode: 'read' })
    expect((await reader.drafts.read(id)).revision).toBeGreaterThanOrEqual(3)
    expect((await reader.drafts.list()).drafts.map((row) => row.id)).toEqual([id])
    await reader.close()

    holder.kill('SIGKILL')
    await once(holder, 'exit')
    const acknowledged = Math.max(
      ...said.map((line) => Number(line.startsWith('saved') ? line.split(' ')[1] : 1)),
    )
    const next = await open()
    const draft = await next.drafts.read(id)
    expect(draft.revision).toBeGreaterThanOrEqual(acknowledged)
    expect(draft.story.headline).toBe(`Naskah ${draft.revision - 1}`)
    expect((await next.drafts.list({ query: `"naskah ${draft.revision - 1}"` })).total).toBe(1)
    await next.close()
    const problems = (await inspectLibrary(folder)).filter((problem) => problem.code !== 'drafts.temporary')
    expect(problems).toEqual([])
    expect((await readdir(join(folder, 'drafts'))).length).toBe(1)
  })

  it('tells the second process who holds it', async () => {
    const { folder } = await aLibrary()
    const { said } = await startHolder(folder, 1)
    expect(said[0]).toContain(`refused drafts.library-locked`)
    expect(said[0]).toContain(`pid=${process.pid}`)
    expect(await getCode(inspectLibrary(folder))).toEqual([])
  })
})
