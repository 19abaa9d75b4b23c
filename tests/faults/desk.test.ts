import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import type { DeskPage } from '../e2e/support/desk-page.ts'
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

interface Kill {
  readonly typing: Typing
  readonly losses: readonly string[]
}

/** Kills the host while somebody types, and looks at what the disk holds, and what the page has kept. */
async function killOnce(trial: TrialDesk, page: DeskPage, id: string, draw: Dice): Promise<Kill> {
  const { host, ask } = trial
  const before = await readText(ask, id)
  await page.body.click()
  await page.page.keyboard.press('Control+End')
  await readTyping(page.page)
  const spell = draw(SPELL.from, SPELL.to)
  const typed = await typeFor(page, spell, draw, 1_000)
  const [typing] = await Promise.all([readTyping(page.page), host.kill()])
  const onDisk = await readText(ask, id)
  const acknowledged = before + typed.slice(0, typing.saved)
  const losses = onDisk.startsWith(acknowledged)
    ? []
    : [
        `called saved: ${JSON.stringify(acknowledged.slice(-40))}, on the disk: ${JSON.stringify(onDisk.slice(-40))}`,
      ]

  const later = await typeFor(page, 200, draw, 5_000)
  await host.start()
  await host.show(page.page, '')
  await page.waitUntilSaved()
  const whole = await readText(ask, id)
  if (whole !== before + typed + later)
    losses.push(`typed and not there: ${JSON.stringify(whole.slice(-60))}`)
  return { typing, losses }
}

describeTrial('kills while typing', ['chromium'], () => {
  it('keep what was called saved, and the open page has the rest', async () => {
    await inFolder(async (folder) => {
      const trials = choose(8, 50)
      const draw = createDice(SEED)
      const trial = await openTrialDesk(folder)
      const { desk, ask } = trial
      await desk.startDraft(HEADLINE)
      await desk.waitUntilSaved()
      const { drafts } = await ask<{ drafts: { id: string }[] }>('list', '--query', HEADLINE)
      const id = drafts[0]?.id ?? ''
      const kills: Kill[] = []
      for (let i = 0; i < trials; i += 1) kills.push(await killOnce(trial, desk, id, draw))
      const losses = kills.flatMap((kill) => kill.losses)
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
})

describeTrial('a disk that fills while somebody types', ['chromium', 'root', 'mount'], () => {
  it('is said with the reason; the text stays, can be undone, and is saved once there is room', async () => {
    await inFolder(async (folder) => {
      const disk = await makeSmallDisk(4_096)
      onTestFinished(() => disk.remove())
      const { desk, ask, host } = await openTrialDesk(folder, join(disk.folder, 'library'))
      await desk.startDraft(HEADLINE)
      await desk.write('Sebelum penuh.')
      await desk.waitUntilSaved()
      const { drafts } = await ask<{ drafts: { id: string }[] }>('list', '--query', HEADLINE)
      const id = drafts[0]?.id ?? ''

      const filler = join(disk.folder, 'pengisi')
      await writeFile(filler, new Uint8Array(8 * 1024 * 1024)).catch(() => undefined)
      await desk.write(' Saat penuh.')
      await desk.status.getByText(/^Gagal menyimpan: .*penuh/).waitFor()
      const onDisk = await readText(ask, id)
      await desk.write(' Keliru')
      await desk.page.keyboard.press('Control+Z')
      const onScreen = await desk.body.textContent()

      await rm(filler)
      await desk.waitUntilSaved()
      const saved = await readText(ask, id)
      await host.kill()
      reportTrial({
        name: 'a disk that fills while somebody types',
        trials: 1,
        losses: saved === 'Sebelum penuh. Saat penuh.' ? 0 : 1,
      })
      expect({ onDisk, onScreen, saved }).toEqual({
        onDisk: 'Sebelum penuh.',
        onScreen: 'Sebelum penuh. Saat penuh.',
        saved: 'Sebelum penuh. Saat penuh.',
      })
    })
  })
})
