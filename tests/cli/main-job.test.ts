import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startEndpoint } from '../../src/endpoint/index.ts'
import { createCommandLine, type CommandLine } from '../support/command-line.ts'

const SEEDS = join(import.meta.dirname, '../../../shared/seeds')
const PAGE = join(SEEDS, 'berita-terkini.txt')
const HOUSE = join(SEEDS, 'house.json')
const hasSeeds = existsSync(PAGE)

interface Imported {
  readonly drafts: readonly {
    readonly id: string
    readonly headline: string
    readonly event: { date: string; year: string }
  }[]
  readonly skipped: readonly { readonly file: string; readonly line: number; readonly reason: string }[]
}
interface Shown {
  readonly status: string
  readonly publication: string
  readonly story: {
    readonly dateline: { place: string; site: string }
    readonly credit: {
      writers: string[]
      editors: string[]
      photo: { by: string[]; archive: boolean; organisation: string }
    }
  }
}

async function importSeeds(): Promise<CommandLine & { readonly imported: Imported }> {
  const machine = createCommandLine()
  await machine.ask('init', '--house', HOUSE)
  return { ...machine, imported: await machine.ask<Imported>('import', PAGE, '--year', '2025') }
}

async function startTarget(machine: CommandLine): Promise<string> {
  const tokenFile = join(machine.folder, 'token')
  const endpoint = await startEndpoint({ port: 0, dataFolder: join(machine.folder, 'endpoint'), tokenFile })
  onTestFinished(endpoint.close)
  await machine.ask(
    'target',
    'add',
    'situs',
    '--type',
    'redaksi',
    '--url',
    endpoint.url,
    '--secret-file',
    tokenFile,
  )
  return endpoint.url
}

describe.skipIf(!hasSeeds)(
  'the six stories of ../shared/seeds (skipped where that folder is not there)',
  () => {
    it('come in as six drafts with their dates, the page title skipped', async () => {
      const { imported } = await importSeeds()
      expect(imported.drafts.map((draft) => draft.event.date)).toEqual([
        '2025-10-17',
        '2025-10-17',
        '2025-10-16',
        '2025-10-16',
        '2025-10-15',
        '2025-10-14',
      ])
      expect(imported.skipped).toEqual([{ file: PAGE, line: 1, reason: 'page-title' }])
    })

    it('have their datelines and credit lines as data', async () => {
      const { ask, imported } = await importSeeds()
      const shown: Shown[] = []
      for (const { id } of imported.drafts) shown.push(await ask<Shown>('show', id))
      expect(new Set(shown.map(({ story }) => JSON.stringify(story.dateline)))).toEqual(
        new Set([JSON.stringify({ place: 'Semarang', site: 'kota-semarang.kpu.go.id' })]),
      )
      const photo = (by: string[]) => ({ by, archive: by.length === 0, organisation: 'KPU Kota Semarang' })
      expect(shown.map(({ story }) => story.credit)).toEqual([
        { writers: ['rhd'], editors: ['ed'], photo: photo(['awh']) },
        { writers: ['awh'], editors: ['ed'], photo: photo(['awh']) },
        { writers: ['sof'], editors: ['ed'], photo: photo([]) },
        { writers: ['rhd'], editors: ['ed'], photo: photo(['dan']) },
        { writers: ['awh'], editors: ['ed'], photo: photo(['awh']) },
        { writers: ['anur'], editors: ['ed'], photo: photo(['awh']) },
      ])
    })

    it('leave as the bytes they came in as', async () => {
      const { run, folder, imported } = await importSeeds()
      const parts: string[] = ['Berita Terkini']
      for (const [i, { id }] of imported.drafts.entries()) {
        const path = join(folder, `${i}.txt`)
        await run('export', id, '--format', 'txt', '--out', path)
        parts.push(readFileSync(path, 'utf8'))
      }
      expect(parts.join('\n\n')).toBe(readFileSync(PAGE, 'utf8'))
    })

    it('are skipped as duplicates when they come again', async () => {
      const { ask } = await importSeeds()
      const again = await ask<Imported>('import', PAGE)
      expect(again.drafts).toEqual([])
      expect(again.skipped.map((each) => each.reason)).toEqual([
        'page-title',
        ...Array<string>(6).fill('duplicate'),
      ])
    })

    it('are published once each, and read on the news page', async () => {
      const machine = await importSeeds()
      const url = await startTarget(machine)
      for (const { id } of machine.imported.drafts) {
        await machine.ask('approve', id, '--by', 'ed')
        await machine.ask('publish', id)
      }
      const first = await machine.ask<object>('sync', '--once')
      expect(first).toMatchObject({ sent: 6, done: 6, unknown: 0, parked: 0, waiting: 0 })
      const second = await machine.ask<object>('sync', '--once')
      expect(second).toMatchObject({ sent: 0, done: 0, unknown: 0, parked: 0, waiting: 0, entries: [] })
      const front = await (await fetch(url)).text()
      for (const { headline } of machine.imported.drafts) expect(front).toContain(headline)
      expect(await machine.ask('doctor')).toMatchObject({ ok: true })
    })

    it('show their whole text to a reader', async () => {
      const machine = await importSeeds()
      await startTarget(machine)
      for (const { id } of machine.imported.drafts) {
        await machine.ask('approve', id, '--by', 'ed')
        await machine.ask('publish', id)
      }
      await machine.ask('sync', '--once')
      const { articles } = await machine.ask<{
        articles: { draft: string; targets: { address: string }[] }[]
      }>('ledger')
      for (const { draft, targets } of articles) {
        const page = readText(await (await fetch(targets[0]?.address ?? '')).text())
        const txt = (await machine.run('export', draft, '--format', 'txt', '--out', '-')).out
        for (const paragraph of txt.split('\n\n')) expect(page).toContain(paragraph)
      }
    })
  },
)

/** The text of a page as the reader has it: tags gone, entities read. */
function readText(html: string): string {
  const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replace(/&#x([0-9a-f]+);/gi, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)))
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => named[name] ?? '')
}
