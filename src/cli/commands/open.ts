import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { openHandovers } from '../../backend/index.ts'
import { toReadError } from '../../base/node/failures.ts'
import { RedaksiError } from '../../base/errors.ts'
import { openEnvelope } from '../../bridge/index.ts'
import {
  CHOICES_BY_CASE,
  HANDOVER_CHOICES,
  LARGEST_HANDOVER,
  type HandoverChoice,
  type HandoverErrorCode,
  type HandoverOutcome,
  type HandoverView,
} from '../../newsroom/handover/index.ts'
import { getText, type Command, type Context, type Words } from '../command.ts'
import type { CliErrorCode } from '../contract.ts'
import { withDesk, type CommandDesk } from '../with-desk.ts'

/** Opens a hand-over file. Where both sides have something, nothing is done before a choice is given. */
export const openHandover: Command = {
  name: 'open',
  usage: 'redaksi open FILE.redaksi [--choice take|keep|both]',
  options: { choice: { type: 'string' } },
  positionals: [1, 1],
  async run(words, context) {
    const choice = getChoice(words)
    const path = resolve(words.positionals[0] ?? '')
    return withDesk(context, async (desk) => {
      const door = openDoor(desk)
      const view = await door.look(path)
      const outcome = await door.settle(view.handle, {
        choice: await decide(view, choice, context, door),
        name: context.translate('handover.former', { desk: view.from.desk }),
        headline: context.translate('save.copy-headline', { headline: view.theirs.story.headline }),
      })
      const { kind, id, revision } = outcome
      const facts = { id, headline: view.theirs.story.headline, desk: view.from.desk }
      return {
        json: { id, case: view.kind, event: kind, revision },
        text: context.translate(`cli.open.${kind}`, facts),
      }
    })
  },
}

/** The way in: this process's own, or that of the Redaksi that has the library open. */
interface Door {
  look(path: string): Promise<HandoverView>
  settle(handle: string, request: SettleWords): Promise<HandoverOutcome>
  forget(handle: string): Promise<unknown>
}

interface SettleWords {
  readonly choice: HandoverChoice
  readonly name: string
  readonly headline: string
}

function openDoor(desk: CommandDesk): Door {
  if (desk.kind === 'own') {
    const handovers = openHandovers(desk.newsroom)
    return { ...handovers, look: (path) => handovers.look(path, { name: basename(path) }) }
  }
  const { handover } = desk.client
  return {
    async look(path) {
      const pieces = await handIn(path, desk.socket)
      return handover.look({ pieces: [...pieces], name: basename(path), task: 'cli' })
    },
    settle: (handle, request) => handover.settle({ handle, ...request }),
    forget: (handle) => handover.forget({ handle }),
  }
}

/** The Redaksi that has the library open is handed the bytes, in pieces that it takes. */
async function handIn(
  path: string,
  { putFile }: Extract<CommandDesk, { kind: 'app' }>['socket'],
): Promise<readonly string[]> {
  const { size } = await stat(path).catch((error: unknown) => {
    throw toReadError(path, error)
  })
  if (size > LARGEST_HANDOVER)
    throw new RedaksiError<HandoverErrorCode>('handover.too-large', { name: basename(path) })
  const pieces: string[] = []
  for (let start = 0; start < size; start += PIECE) {
    const range = { start, end: Math.min(start + PIECE, size) - 1 }
    const hash = createHash('sha256')
    for await (const chunk of createReadStream(path, range)) hash.update(chunk as Uint8Array)
    const sha256 = hash.digest('hex')
    openEnvelope(await putFile(sha256, path, range), 'blobs.put')
    pieces.push(sha256)
  }
  if (pieces.length === 0)
    throw new RedaksiError<HandoverErrorCode>('handover.not-one', { name: basename(path) })
  return pieces
}

/** In bytes. */
const PIECE = 64 * 1024 * 1024

/** What nobody could want otherwise is done; anything else waits for a word. */
async function decide(
  { handle, kind, from, mine, theirs }: HandoverView,
  choice: HandoverChoice | null,
  { translate }: Context,
  door: Door,
): Promise<HandoverChoice> {
  const choices = CHOICES_BY_CASE[kind]
  const [first] = choices
  if (choice !== null && choices.includes(choice)) return choice
  if (choice === null && choices.length === 1 && first !== undefined) return first
  await door.forget(handle)
  throw new RedaksiError<CliErrorCode>('cli.open-choose', {
    headline: theirs.story.headline,
    case: translate(`handover.case.${kind}`, { desk: from.desk }),
    mine: mine?.revision ?? 0,
    theirs: theirs.revision,
    choices: choices.map((each) => `--choice ${each}`).join(', '),
  })
}

function getChoice(words: Words): HandoverChoice | null {
  const text = getText(words, 'choice')
  if (text === undefined) return null
  const choice = HANDOVER_CHOICES.find((each) => each === text)
  if (choice !== undefined) return choice
  throw new RedaksiError<CliErrorCode>('cli.not-a-choice', { text, known: HANDOVER_CHOICES.join(', ') })
}
