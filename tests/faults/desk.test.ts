import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import type { DeskPage } from '../e2e/support/desk-page.ts'
import { readSpares } from '../e2e/support/spares.ts'
import { openTrialDesk, type TrialDesk } from './support/desk.ts'
import { makeSmallDisk } from './support/disk.ts'
import { inFolder } from './support/folders.ts'
import { readTyping, type Typing } from './support/key-recorder.ts'
import { describeTrial } from './support/needs.ts'
import { reportTrial } from './support/report.ts'
import { choose, createDice, SEED } from './support/scale.ts'

/** How long the hands type before the host is killed, in milliseconds, and how long they rest between two keys. */
const SPELL = { from: 300, to: 4_500 } as const
const REST = { from: 0, to: 60 } as const

const HEADLINE = 'Uji Ketik'

type Dice = ReturnType<typeof createDice>

interface ShownStory {
  readonly story: { readonly blocks: readonly { readonly text: string }[] }
}

/** Types words that tell their place, until it is time, and gives what was typed. */
async function typeFor({ page }: DeskPage, milliseconds: number, draw: Dice, from: number): Promise<string> {
  const end = performance.now() + milliseconds
  let typed = ''
  for (let word = from; performance.now() < end; word += 1) {
    for (const letter of `${word} `) {
      await page.keyboard.type(letter)
      typed += letter
      await wait(draw(REST.from, REST.to))
    }
  }
  return typed
}

async function readText(ask: TrialDesk['ask'], id: string): Promise<string> {
  const { story } = await ask<ShownStory>('show', id)
  return story.blocks.map(({ text }) => text).join('\n')
}

/** Starts a story with an opening text, and gives its id once all of it is on the disk. */
async function startStory({ desk, ask }: TrialDesk, text: string): Promise<string> {
  await desk.startDraft(HEADLINE)
  if (text !== '') await desk.write(text)
  await desk.waitUntilSaved()
  const { drafts } = await ask<{ drafts: { id: string }[] }>('list', '--query', HEADLINE)
  return drafts[0]?.id ?? ''
}

interface Kill {
  readonly typing: Typing
  readonly losses: readonly string[]
  /** All that was typed until then. */
  readonly text: string
}

/** Kills the host while somebody types, and looks whether the disk holds what the page had called saved. */
async function killOnce({ host, desk, ask }: TrialDesk, id: string, draw: Dice): Promise<Kill> {
  const before = await readText(ask, id)
  await desk.body.click()
  await desk.page.keyboard.press('Control+End')
  await readTyping(desk.page)
  const typed = await typeFor(desk, draw(SPELL.from, SPELL.to), draw, 1_000)
  const [typing] = await Promise.all([readTyping(desk.page), host.kill()])
  const onDisk = await readText(ask, id)
  const acknowledged = before + typed.slice(0, typing.saved)
  const [said, found] = [acknowledged, onDisk].map((text) => JSON.stringify(text.slice(-40)))
  const losses = onDisk.startsWith(acknowledged) ? [] : [`called saved: ${said}, on the disk: ${found}`]
  return { typing, losses, text: before + typed }
}

/**
 * Types on without a host, and starts it again: under a page that is still open, or one that was left once the browser
 * had the text, and is opened anew. Then all of it has to be in the same draft.
 */
async function comeBack(
  trial: TrialDesk,
  id: string,
  draw: Dice,
  { text, isLeft }: Kill & { isLeft: boolean },
) {
  const { host, desk, ask } = trial
  const later = await typeFor(desk, 200, draw, 5_000)
  if (isLeft) {
    await expect.poll(() => readSpares(desk.page), { timeout: 60_000 }).toContain(`${later}"`)
    await desk.page.goto('about:blank')
  }
  await host.start()
  await host.show(desk.page, '')
  if (isLeft) await desk.open(HEADLINE)
  await desk.waitUntilSaved()
  const whole = await readText(ask, id)
  return whole === text + later ? [] : [`typed and not there: ${JSON.stringify(whole.slice(-60))}`]
}

describeTrial('kills while typing', ['chromium'], () => {
  it('keep what was called saved, and the page or its browser has the rest', async () => {
    await inFolder(async (folder) => {
      const trials = choose(8, 50)
      const draw = createDice(SEED)
      const trial = await openTrialDesk(folder)
      const id = await startStory(trial, '')
      const kills: Kill[] = []
      const losses: string[] = []
      for (let i = 0; i < trials; i += 1) {
        const kill = await killOnce(trial, id, draw)
        kills.push(kill)
        losses.push(...kill.losses, ...(await comeBack(trial, id, draw, { ...kill, isLeft: i % 2 === 1 })))
      }
      const keys = kills.reduce((sum, { typing }) => sum + typing.keys, 0)
      const longest = Math.max(...kills.map(({ typing }) => typing.longest))
      reportTrial({
        name: 'kills while typing',
        trials,
        losses: losses.length,
        notes: { keys, 'longest unsaved': `${longest} ms` },
      })
      expect(losses).toEqual([])
    })
  })

  it('catch a page that calls saved what is not on the disk', async () => {
    await inFolder(async (folder) => {
      const trial = await openTrialDesk(folder)
      const id = await startStory(trial, '')
      await answerUnsaved(trial.desk)
      // Long enough that a save is due, whatever the dice say.
      const { losses } = await killOnce(trial, id, (_, to) => to)
      reportTrial({ name: 'kills while typing, planted: answered unsaved', trials: 1, losses: losses.length })
      expect(losses).toHaveLength(1)
    })
  })
})

/** The planted defect: saves are answered for and go nowhere. */
async function answerUnsaved({ page }: DeskPage): Promise<void> {
  await page.route('**/bridge/drafts.save', async (route) => {
    const { id, baseRevision } = route.request().postDataJSON() as { id: string; baseRevision: number }
    const value = { id, revision: baseRevision + 1, signOff: null, inReview: null, trashedAt: null }
    await route.fulfill({ json: { ok: true, value } })
  })
}

/** Undoes or does again, and gives the text that is then on the screen. */
async function press({ page, body }: DeskPage, keys: string): Promise<string | null> {
  await page.keyboard.press(keys)
  return body.textContent()
}

/** Types on with a full disk until the page says so, and a word that is taken back; the last word is left selected. */
async function typeWhileFull({ desk, ask }: TrialDesk, id: string) {
  await desk.write(' Saat penuh.')
  await desk.status.getByText(/^Gagal menyimpan: .*penuh/).waitFor()
  const onDisk = await readText(ask, id)
  await desk.write(' Keliru')
  const onScreen = await press(desk, 'Control+Z')
  for (const _letter of 'penuh.') await desk.page.keyboard.press('Shift+ArrowLeft')
  return { onDisk, onScreen }
}

/** What the editor still knows: what is selected, the steps back from before the disk was full, and the way forward. */
async function readMemory(desk: DeskPage) {
  const selected = await desk.page.evaluate<string>('getSelection().toString()')
  const undone = await press(desk, 'Control+Z')
  const redone = await press(desk, 'Control+Shift+Z')
  await desk.waitUntilSaved()
  return { selected, undone, redone }
}

describeTrial('a disk that fills while somebody types', ['chromium', 'root', 'mount'], () => {
  it('is said with the reason; the text stays, can be undone, and is saved once there is room', async () => {
    await inFolder(async (folder) => {
      const disk = await makeSmallDisk(4_096)
      onTestFinished(() => disk.remove())
      const trial = await openTrialDesk(folder, join(disk.folder, 'library'))
      const { desk, ask, host } = trial
      const id = await startStory(trial, 'Sebelum penuh.')
      const filler = join(disk.folder, 'pengisi')
      await writeFile(filler, new Uint8Array(8 * 1024 * 1024)).catch(() => undefined)
      const whileFull = await typeWhileFull(trial, id)
      await rm(filler)
      await desk.waitUntilSaved()
      const saved = await readText(ask, id)
      const memory = await readMemory(desk)
      const savedAfter = await readText(ask, id)
      await host.kill()
      const [before, whole] = ['Sebelum penuh.', 'Sebelum penuh. Saat penuh.']
      reportTrial({
        name: 'a disk that fills while somebody types',
        trials: 1,
        losses: saved === whole && savedAfter === whole ? 0 : 1,
      })
      expect({ ...whileFull, saved, ...memory, savedAfter }).toEqual({
        onDisk: before,
        onScreen: whole,
        saved: whole,
        selected: 'penuh.',
        undone: before,
        redone: whole,
        savedAfter: whole,
      })
    })
  })
})
