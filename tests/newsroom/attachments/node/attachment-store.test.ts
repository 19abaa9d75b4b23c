import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { inspectAttachments, openAttachmentStore } from '../../../../src/newsroom/attachments/node/index.ts'
import { codeOf } from '../../../support/code-of.ts'
import { makePdf } from '../../../support/pdfs.ts'
import { makePicture } from '../../../support/pictures.ts'
import { makeTemporaryFolder } from '../../../support/temporary-folder.ts'

const CLOCK = { now: () => Date.parse('2025-11-13T03:00:00Z') }
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

async function open(mode: 'read' | 'write' = 'write', library?: string) {
  const folder = library ?? (await makeTemporaryFolder())
  await mkdir(join(folder, 'incoming'), { recursive: true })
  const store = openAttachmentStore({ folder, mode, clock: CLOCK })
  onTestFinished(() => store.close())
  /** Hands bytes in as the bridge does, and has them taken. */
  const add = async (bytes: Uint8Array, name = 'Pengumuman.pdf') => {
    const id = digest(bytes)
    await writeFile(join(folder, 'incoming', id), bytes, { mode: 0o600 })
    return store.add(id, name, join(folder, 'incoming', id))
  }
  const list = async (name: string) => (await readdir(join(folder, name)).catch(() => [])).sort()
  return { folder, store, add, list }
}

describe('a PDF that is taken in', () => {
  it('keeps its file byte for byte under its digest, for its owner alone, and is the same the second time', async () => {
    const { folder, store, add, list } = await open()
    const bytes = makePdf()
    const id = digest(bytes)
    const record = await add(bytes)
    expect(record).toEqual({
      ...{ schema: 1, id, name: 'Pengumuman.pdf', bytes: bytes.length },
      ...{ isEncrypted: false, hasScript: false, addedAt: '2025-11-13T03:00:00.000Z' },
    })
    expect(await add(bytes, 'Lain.pdf')).toEqual(record)
    expect([await list('attachments'), await list('incoming')]).toEqual([[`${id}.json`, `${id}.pdf`], []])
    expect(await readFile(join(folder, 'attachments', `${id}.pdf`))).toEqual(bytes)
    expect((await stat(join(folder, 'attachments', `${id}.pdf`))).mode & 0o777).toBe(0o600)
    expect(Buffer.from(await store.read(id))).toEqual(bytes)
    expect(await store.list([id, 'a'.repeat(64)])).toEqual([record])
  })

  it('is told of when it is locked or brings a program along, wherever that stands', async () => {
    const { add } = await open()
    const facts = async (sketch: Parameters<typeof makePdf>[0]) => {
      const { isEncrypted, hasScript } = await add(makePdf(sketch))
      return [isEncrypted, hasScript]
    }
    expect(await facts({ isEncrypted: true })).toEqual([true, false])
    expect(await facts({ script: 'plain' })).toEqual([false, true])
    expect(await facts({ script: 'disguised' })).toEqual([false, true])
    expect(await facts({ script: 'packed' })).toEqual([false, true])
  })

  it('is refused with the reason when it is something else, cut off or too large, and leaves nothing', async () => {
    const { add, list } = await open()
    const pdf = makePdf()
    const files: readonly (readonly [Uint8Array, string])[] = [
      [await makePicture('png'), 'attachments.other-type (type=PNG)'],
      [Buffer.from('PK\u0003\u0004word'), 'attachments.other-type (type=DOCX/ZIP)'],
      [Buffer.from('<!doctype html><script>1</script>%PDF-1.7'), 'attachments.other-type (type=HTML)'],
      [Buffer.from('MZ\u0090 %PDF-1.7'), 'attachments.other-type (type=EXE)'],
      [Buffer.from('pengumuman'), 'attachments.not-a-pdf'],
      [pdf.subarray(0, pdf.length - 40), 'attachments.damaged'],
      [Buffer.concat([pdf, Buffer.alloc(4_000, 'x')]), 'attachments.damaged'],
      [Buffer.concat([pdf, Buffer.alloc(20 * 1024 * 1024), pdf]), 'attachments.too-large (limit=20)'],
    ]
    const told = await Promise.all(files.map(([bytes]) => add(bytes).catch((error: Error) => error.message)))
    expect(told).toEqual(files.map(([, reason]) => reason))
    expect([await list('attachments'), await list('incoming')]).toEqual([[], []])
  })

  it('goes on where a run was killed between the file and what is known of it', async () => {
    const { folder, store, add, list } = await open()
    const bytes = makePdf()
    const id = digest(bytes)
    await add(bytes)
    await rm(join(folder, 'attachments', `${id}.json`))
    expect((await store.add(id, 'Pengumuman.pdf', join(folder, 'incoming', id))).bytes).toBe(bytes.length)
    expect(await list('attachments')).toEqual([`${id}.json`, `${id}.pdf`])
  })

  it('is not taken where nothing may be written, and not made up when its bytes never came', async () => {
    const { store } = await open('read')
    expect(await codeOf(Promise.resolve().then(() => store.add('a'.repeat(64), 'x', '/nowhere')))).toBe(
      'drafts.read-only',
    )
    const writing = await open()
    expect(await codeOf(writing.store.add('a'.repeat(64), 'x', join(writing.folder, 'x')))).toBe(
      'attachments.not-there',
    )
  })
})

describe('an inspection', () => {
  it('finds nothing in a sound library, nor in one without attachments', async () => {
    const { folder, add } = await open()
    expect(await inspectAttachments(folder)).toEqual([])
    await add(makePdf())
    expect(await inspectAttachments(folder)).toEqual([])
  })

  it('finds what is changed, missing or unreadable, and such a file does not leave', async () => {
    const { folder, store, add } = await open()
    const [a, b, c, d] = await Promise.all(['a', 'b', 'c', 'd'].map((text) => add(makePdf({ text }))))
    const path = (record: typeof a, extension: string) =>
      join(folder, 'attachments', `${record?.id}.${extension}`)
    const bytes = await readFile(path(a, 'pdf'))
    bytes[40] = (bytes[40] ?? 0) ^ 1
    await writeFile(path(a, 'pdf'), bytes)
    await rename(path(b, 'pdf'), join(folder, 'gone'))
    await rm(path(c, 'json'))
    await writeFile(path(d, 'json'), '{')
    const found = (await inspectAttachments(folder)).map(({ code, path: at }) => `${code} ${at}`)
    expect(found.toSorted()).toEqual(
      [
        `attachments.original-changed ${path(a, 'pdf')}`,
        `attachments.original-missing ${path(b, 'json')}`,
        `attachments.record-missing ${path(c, 'pdf')}`,
        `attachments.record-damaged ${path(d, 'json')}`,
      ].toSorted(),
    )
    expect([await codeOf(store.read(a?.id ?? '')), await codeOf(store.read(b?.id ?? ''))]).toEqual([
      'attachments.file-missing',
      'attachments.file-missing',
    ])
  })
})
