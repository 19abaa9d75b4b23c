import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { createKeyedQueue } from '../../../src/base/node/keyed-queue.ts'
import { createTaskPool } from '../../../src/base/node/task-pool.ts'

describe('createKeyedQueue', () => {
  it('runs the actions of one key in order, and keys side by side', async () => {
    const queue = createKeyedQueue()
    const done: string[] = []
    const gate = Promise.withResolvers<void>()
    const slow = queue.run('a', () => gate.promise.then(() => void done.push('a1')))
    const next = queue.run('a', async () => void done.push('a2'))
    await queue.run('b', async () => void done.push('b1'))
    gate.resolve()
    await Promise.all([slow, next])
    expect(done).toEqual(['b1', 'a1', 'a2'])
  })

  it('lets a failure fail its own caller alone', async () => {
    const queue = createKeyedQueue()
    const failed = queue.run('a', () => Promise.reject(new Error('rusak')))
    const fine = queue.run('a', async () => 1)
    await expect(failed).rejects.toThrow('rusak')
    expect(await fine).toBe(1)
  })

  it('settles when nothing runs, what was added meanwhile included', async () => {
    const queue = createKeyedQueue()
    let done = 0
    void queue.run('a', async () => {
      void queue.run('b', () => wait(1).then(() => void (done += 1)))
    })
    await queue.settle()
    expect(done).toBe(1)
  })
})

describe('createTaskPool', () => {
  it('runs no more than so many at a time', async () => {
    const pool = createTaskPool(3)
    let [now, most] = [0, 0]
    for (let i = 0; i < 12; i += 1) {
      await pool.start(async () => {
        now += 1
        most = Math.max(most, now)
        await wait(1)
        now -= 1
      })
    }
    await pool.finish()
    expect([now, most]).toEqual([0, 3])
  })

  it('fails with the first failure and starts nothing after it', async () => {
    const pool = createTaskPool(1)
    let ran = 0
    await pool.start(() => Promise.reject(new Error('penuh')))
    await expect(pool.start(async () => void (ran += 1))).rejects.toThrow('penuh')
    await expect(pool.finish()).rejects.toThrow('penuh')
    expect(ran).toBe(0)
  })
})
