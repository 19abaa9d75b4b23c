import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { isTemporaryName } from '../../../src/base/node/temporary.ts'
import { parseDraft } from '../../../src/newsroom/drafts/index.ts'
import { layLibrary } from './draft-operations.ts'
import type { Flaw } from './flaws.ts'
import { startProgram } from './program.ts'
import { recogniseStory } from './stories.ts'
import { ONE_BY_ONE } from './strace.ts'

/** A process that holds a library open and saves its one draft when it is told. */
export interface Saver {
  readonly pid: number
  readonly draft: string
  /** The draft's file, and its folder. */
  readonly path: string
  readonly folder: string
  /** Saves a text; the code of the failure, or null, and after how many milliseconds it was told. */
  save(number: number): Promise<{ readonly code: string | null; readonly after: number }>
  /** The number of the text that stands in the file, read past the process. Null: it is damaged. */
  readNumber(): Promise<number | null>
  listTemporaries(): Promise<readonly string[]>
  close(): Promise<void>
}

const answerSchema = z.union([
  z.object({ saved: z.int(), after: z.number() }),
  z.object({ refused: z.string(), after: z.number() }),
])

/** Makes a library in a folder, its draft holding text number 2, and starts a process on it. */
export async function startSaver(place: string, paragraphs: number, flaw: Flaw = 'none'): Promise<Saver> {
  return reopenSaver(place, await layLibrary(place, paragraphs), paragraphs, flaw)
}

/** Starts a process on the library that is there. */
export async function reopenSaver(
  place: string,
  draft: string,
  paragraphs: number,
  flaw: Flaw = 'none',
): Promise<Saver> {
  const library = join(place, 'library')
  const folder = join(library, 'drafts', draft)
  const path = join(folder, 'draft.json')
  const program = startProgram('save-on-demand', { folder: library, draft, flaw }, { env: ONE_BY_ONE })
  if ((await program.next()) === null) throw new Error(`the saver did not start: ${program.complaint()}`)
  return {
    pid: program.pid,
    draft,
    path,
    folder,
    async save(number) {
      program.send({ number, paragraphs })
      const line = await program.next()
      if (line === null) throw new Error(`the saver ended: ${program.complaint()}`)
      const answer = answerSchema.parse(line)
      return { code: 'refused' in answer ? answer.refused : null, after: answer.after }
    },
    async readNumber() {
      const text = await readFile(path, 'utf8')
      try {
        const { seal: _, ...stored } = z.looseObject({ seal: z.string() }).parse(JSON.parse(text))
        return recogniseStory(parseDraft(stored).story)
      } catch {
        return null
      }
    },
    listTemporaries: async () => (await readdir(folder)).filter(isTemporaryName),
    close: () => program.kill(),
  }
}
