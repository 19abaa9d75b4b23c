import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { isRedaksiError } from '../../../src/base/errors.ts'
import { nodeFiles } from '../../../src/base/node/durable-write.ts'
import type { FileSystem } from '../../../src/base/node/file-system.ts'
import { createJsonFile, getPreviousPath } from '../../../src/base/node/json-file.ts'
import { createSimulatedDisk } from '../../support/simulated-disk.ts'
import { makeTemporaryFolder } from '../../support/temporary-folder.ts'

interface Note {
  readonly number: number
}

const parse = (value: unknown): Note => z.strictObject({ number: z.int() }).parse(value)
const open = (path: string, files: FileSystem = nodeFiles) => createJsonFile({ path, parse, files })

describe('createJsonFile', () => {
  it('has no document before the first write, and then the last one written', async () => {
    const path = join(await makeTemporaryFolder(), 'a.json')
    const file = open(path)
    expect(await file.read()).toBeNull()
    await file.write({ number: 1 })
    expect(await open(path).read()).toEqual({ number: 1 })
    expect(await readFile(path, 'utf8')).toBe('{\n  "number": 1\n}\n')
  })

  it('serialises the value when it is handed over, not when it is written', async () => {
    const path = join(await makeTemporaryFolder(), 'a.json')
    const file = open(path)
    const values = [{ number: 1 }, { number: 2 }]
    const writes = values.map((value) => file.write(value))
    for (const value of values) value.number = 99
    await Promise.all(writes)
    expect(await open(path).read()).toEqual({ number: 2 })
  })

  it('has one write in flight, and of those that wait writes the newest alone', async () => {
    const disk = createSimulatedDisk('/d')
    const file = open('/d/a.json', disk)
    await Promise.all(Array.from({ length: 20 }, (_, number) => file.write({ number })))
    expect(disk.calls.filter((call) => call.operation === 'create')).toHaveLength(2)
    expect(await file.read()).toEqual({ number: 19 })
  })

  it('goes on after a failed write, which fails those it covered', async () => {
    let creates = 0
    const disk = createSimulatedDisk('/d', ({ operation }) =>
      operation === 'create' && ++creates === 2 ? 'ENOSPC' : null,
    )
    const file = open('/d/a.json', disk)
    const outcomes = await Promise.allSettled([1, 2, 3].map((number) => file.write({ number })))
    expect(outcomes.map((outcome) => outcome.status)).toEqual(['fulfilled', 'rejected', 'rejected'])
    expect(await file.read()).toEqual({ number: 1 })
    await file.write({ number: 4 })
    expect(await file.read()).toEqual({ number: 4 })
  })

  it('settles when nothing is being written', async () => {
    const disk = createSimulatedDisk('/d')
    const file = open('/d/a.json', disk)
    for (const number of [1, 2, 3]) void file.write({ number })
    await file.settle()
    expect(await file.read()).toEqual({ number: 3 })
  })

  it('keeps the generation before when asked', async () => {
    const folder = await makeTemporaryFolder()
    const path = join(folder, 'a.json')
    const file = createJsonFile({ path, parse, keepPrevious: true })
    await file.write({ number: 1 })
    await file.write({ number: 2 })
    expect(await open(getPreviousPath(path)).read()).toEqual({ number: 1 })
    expect((await readdir(folder)).sort()).toEqual(['a.json', 'a.previous.json'])
  })
})

describe('a damaged document', () => {
  const good = '{\n  "number": 12\n}\n'
  const damaged: Record<string, string | Uint8Array> = {
    empty: '',
    blank: '   \n',
    truncated: good.slice(0, 9),
    zeros: new Uint8Array(good.length),
    null: 'null',
    list: '[]',
    text: '"12"',
    'wrong type': '{"number": "12"}',
    'another property': '{"number": 12, "x": 1}',
    'byte order mark': `\ufeff${good}`,
    'not UTF-8': Uint8Array.from([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]),
    'two documents': good + good,
  }

  for (const [name, content] of Object.entries(damaged)) {
    it(`is noticed and never overwritten: ${name}`, async () => {
      const path = join(await makeTemporaryFolder(), 'a.json')
      await writeFile(path, content)
      const before = await readFile(path)
      const file = open(path)
      for (const action of [
        () => file.read(),
        () => file.write({ number: 1 }),
        () => open(path).write({ number: 1 }),
      ]) {
        const error: unknown = await action().catch((thrown: unknown) => thrown)
        expect(isRedaksiError(error, 'base.file-damaged') && error.details).toEqual({ path })
      }
      expect(await readFile(path)).toEqual(before)
    })
  }

  it('can be written again once its bytes were moved away', async () => {
    const disk = createSimulatedDisk('/d')
    const bytes = await disk.create('/d/a.json')
    await bytes.write(new TextEncoder().encode('{'))
    const file = open('/d/a.json', disk)
    await expect(file.write({ number: 1 })).rejects.toThrow('base.file-damaged')
    await disk.rename('/d/a.json', '/d/b')
    await file.write({ number: 1 })
    expect(await file.read()).toEqual({ number: 1 })
  })

  it('is not the same as one that the disk refuses to read', async () => {
    const disk = createSimulatedDisk('/d', ({ operation }) => (operation === 'read' ? 'EIO' : null))
    const error: unknown = await open('/d/a.json', disk)
      .read()
      .catch((thrown: unknown) => thrown)
    expect(isRedaksiError(error, 'base.read-failed') && error.details).toEqual({
      path: '/d/a.json',
      reason: 'EIO',
    })
  })
})
