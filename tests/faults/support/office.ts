import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { createCommandLine } from '../../support/command-line.ts'
import { copyFolder } from './folders.ts'
import { startNode, type Started } from './program.ts'
import type { Site } from './site.ts'

/** Where stories come from: a saved news page, and the office's profile. */
export interface Source {
  readonly name: string
  readonly page: string
  readonly house: readonly string[]
  readonly stories: number
}

const ROOT = join(import.meta.dirname, '../../..')
const SEEDS = join(ROOT, '../shared/seeds')

/** Our own sample page. */
export const SAMPLES: Source = {
  name: 'our own samples',
  page: join(ROOT, 'resources/samples/berita-contoh.txt'),
  house: [],
  stories: 3,
}

/** A real page of six stories, where it is there. */
export const SIX_STORIES: Source = {
  name: 'the six stories',
  page: join(SEEDS, 'berita-terkini.txt'),
  house: ['--house', join(SEEDS, 'house.json')],
  stories: 6,
}

/** Whether a source can be had. */
export function isThere(source: Source): boolean {
  return existsSync(source.page)
}

/** An office whose stories are approved and wait in the outbox; each run works on a copy of its library. */
export interface Office {
  readonly source: Source
  readonly drafts: readonly string[]
  /** A fresh copy, under the same path as the last one. */
  open(): Promise<Desk>
}

/** A library at which somebody works by the command line. */
export interface Desk {
  readonly library: string
  /** Runs a command and returns its document. */
  ask<Answer>(...words: readonly string[]): Promise<Answer>
  /** Starts `redaksi sync --once` as a process of its own. */
  startSync(): Started
}

export const TOKEN_VARIABLE = 'SITUS_TOKEN'
const importedSchema = z.object({ drafts: z.array(z.object({ id: z.string() })) })

/** Does the whole main job but the sending, by the command line: init, import, approve, target add, publish. */
export async function layOffice(source: Source, site: Pick<Site, 'url' | 'token'>): Promise<Office> {
  const env = { [TOKEN_VARIABLE]: site.token }
  const machine = createCommandLine(env)
  await machine.ask('init', ...source.house)
  const imported = importedSchema.parse(await machine.ask('import', source.page, '--year', '2025'))
  const drafts = imported.drafts.map((draft) => draft.id)
  if (drafts.length !== source.stories) throw new Error(`${drafts.length} stories in ${source.page}`)
  await machine.ask(
    ...['target', 'add', 'situs', '--type', 'redaksi'],
    ...['--url', site.url, '--secret-env', TOKEN_VARIABLE],
  )
  for (const id of drafts) {
    await machine.ask('approve', id, '--by', 'ed')
    await machine.ask('publish', id)
  }
  const library = join(machine.folder, 'copy')
  return {
    source,
    drafts,
    async open() {
      await rm(library, { recursive: true, force: true })
      await copyFolder(machine.library, library)
      return {
        library,
        ask: (...words) => machine.ask(...words, '--library', library),
        startSync: () =>
          startNode([join(ROOT, 'src/cli/main.ts'), 'sync', '--once', '--json', '--library', library], {
            env: { ...env, XDG_CONFIG_HOME: machine.folder, XDG_DATA_HOME: machine.folder },
          }),
      }
    },
  }
}
