import { readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { codeOf } from '../../../support/code-of.ts'
import { aDraftId, anArticle, anEntry } from '../../../support/publish-builders.ts'
import { aQueue, makeSitusRig } from '../../../support/publisher-rig.ts'

describe('sync, after a crash', () => {
  it('takes what was being sent for unknown, and looks up first', async () => {
    const { plant, sync, situs } = await makeSitusRig()
    const [entry] = aQueue(1)
    if (entry === undefined) throw new Error('one entry')
    await plant({ ...entry, state: 'sending', attempts: 1 })
    expect((await sync()).done).toBe(1)
    expect(situs.calls).toEqual(['lookUp 1', 'put 1'])
  })

  it('finds an entry in the ledger and in the outbox, and neither sends nor records it again', async () => {
    const { enqueue, sync, plant, readOutbox, readLedger, situs, reopen } = await makeSitusRig()
    await enqueue(1)
    const [entry] = await readOutbox()
    await sync()
    if (entry === undefined) throw new Error('one entry')
    await plant({ ...entry, state: 'sending', attempts: 1 })
    const report = await reopen().sync({ once: true, patience: 600_000 })
    expect([report.sent, report.done, await readOutbox()]).toEqual([0, 0, []])
    expect([(await readLedger(1)).records.length, situs.calls]).toEqual([1, ['put 1']])
  })

  it('drops what a withdrawal overtook before the crash', async () => {
    const { plant, sync, situs } = await makeSitusRig()
    await plant(anEntry({ order: 0 }), anEntry({ order: 1, kind: 'withdraw' }))
    await sync()
    expect(situs.calls).toEqual(['lookUp 1'])
  })

  it('puts a damaged entry in quarantine, says so, and sends the others', async () => {
    const { folder, plant, sync, warnings, situs, publisher } = await makeSitusRig()
    const [first, second] = aQueue(2)
    if (first === undefined || second === undefined) throw new Error('two entries')
    await plant(first, second)
    await writeFile(join(folder, 'outbox', `${first.id}.json`), '{"schema":1')
    expect((await sync()).done).toBe(1)
    expect(warnings.map((warning) => warning.code)).toEqual(['publish.entry-damaged'])
    expect(await readFile(join(folder, 'quarantine', `outbox-${first.id}.json`), 'utf8')).toBe('{"schema":1')
    expect([situs.calls, await publisher.entries()]).toEqual([['put 2'], []])
  })

  it('carries on from a damaged ledger’s former generation, and keeps the damaged bytes', async () => {
    const { folder, enqueue, sync, warnings, reopen, readLedger, publisher } = await makeSitusRig()
    await enqueue(1)
    await enqueue(1, { version: '2' })
    await sync()
    const path = join(folder, 'ledger', `${aDraftId(1)}.json`)
    await writeFile(path, '\0'.repeat(50))
    expect(await publisher.verify()).toEqual([
      { code: 'publish.ledger-damaged', path, fault: 'unreadable', index: null },
    ])
    const article = anArticle({ version: '3' })
    const after = reopen()
    await after.enqueue({ kind: 'publish', draft: aDraftId(1), article, targets: ['situs'] })
    expect(warnings.map((warning) => warning.code)).toEqual(['publish.ledger-damaged'])
    expect((await readLedger(1)).records.map((record) => record.revision)).toEqual([1])
    // The target holds revision 2, of which the ledger no longer knows: a person looks before it is replaced.
    expect((await after.sync({ once: true, patience: 600_000 })).parked).toBe(1)
  })

  it('ends with the disk’s own error when an answer cannot be recorded, and finds it again later', async () => {
    const { folder, enqueue, sync, situs, readOutbox, reopen } = await makeSitusRig()
    await enqueue(1)
    await symlink(join(folder, 'nowhere'), join(folder, 'ledger'))
    expect(await codeOf(sync())).toMatch(/^base\./)
    expect((await readOutbox()).map((entry) => entry.state)).toEqual(['sending'])
    await rm(join(folder, 'ledger'))
    expect((await reopen().sync({ once: true })).done).toBe(1)
    expect(situs.calls).toEqual(['put 1', 'lookUp 1'])
  })
})

describe('a conflict', () => {
  it('is none when the target holds what was sent', async () => {
    const { enqueue, sync, situs, reopen, folder } = await makeSitusRig()
    await enqueue(1)
    await sync()
    // The library was restored from a copy that knows nothing of the publication.
    await rm(join(folder, 'ledger'), { recursive: true })
    const restored = reopen()
    await restored.enqueue({ kind: 'publish', draft: aDraftId(1), article: anArticle(), targets: ['situs'] })
    expect((await restored.sync({ once: true, patience: 600_000 })).done).toBe(1)
    expect([situs.writes.get('1'), situs.calls]).toEqual([1, ['put 1', 'put 1', 'lookUp 1']])
  })

  it('parks the entry, and a retry agrees to replace what was seen, but nothing newer', async () => {
    const { enqueue, sync, situs, publisher } = await makeSitusRig()
    await enqueue(1)
    await sync()
    situs.meddle(aDraftId(1), 'ubahan orang lain')
    const id = await enqueue(1, { version: '2' })
    expect((await sync()).entries).toMatchObject([
      { id, state: 'parked', problem: { code: 'publish.conflict' } },
    ])
    situs.meddle(aDraftId(1), 'diubah lagi')
    await publisher.retry(id)
    expect((await sync()).parked).toBe(1)
    await publisher.retry(id)
    expect((await sync()).done).toBe(1)
    expect(situs.get(aDraftId(1))?.version).toBe('"v4"')
  })

  it('puts a story back that was deleted at the target, once a person agrees', async () => {
    const { enqueue, sync, situs, publisher } = await makeSitusRig()
    await enqueue(1)
    await sync()
    situs.meddle(aDraftId(1), null)
    const id = await enqueue(1, { version: '2' })
    expect((await sync()).parked).toBe(1)
    await publisher.retry(id)
    expect((await sync()).done).toBe(1)
  })
})
