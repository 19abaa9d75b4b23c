import { isRedaksiError } from '../../../base/errors.ts'
import {
  CHOICES_BY_CASE,
  HANDOVER_EXTENSION,
  HANDOVER_PIECE,
  type HandedInFile,
  type HandoverChoice,
  type HandoverView,
} from '../../../newsroom/handover/index.ts'
import { saveFirst, type Act, type Desk } from '../desk.ts'
import { getHandover, isWanted, noteProgress, setHandover } from './handover-store.ts'
import { settleHandover } from './settle-handover.ts'

/** Whether a file is meant for this, by what it is called; what it is, the services find out. */
export function isHandoverFile({ name }: Pick<File, 'name'>): boolean {
  return name.toLowerCase().endsWith(HANDOVER_EXTENSION)
}

/** Has the person choose a file, and opens it. */
export function chooseHandoverFile(desk: Desk): void {
  const input = document.createElement('input')
  input.type = 'file'
  input.accept = HANDOVER_EXTENSION
  input.addEventListener('change', () => {
    const [file] = input.files ?? []
    if (file !== undefined) desk.run(openHandoverFile(file))
  })
  input.click()
}

/** Opens a file: hands its bytes in, piece by piece, and asks what is to become of it where that is a question. */
export function openHandoverFile(file: File): Act {
  return (desk) =>
    openWith(desk, file.name, async (task) => {
      const pieces: string[] = []
      for (let from = 0; from < file.size && isWanted(task); from += HANDOVER_PIECE) {
        const piece = file.slice(from, from + HANDOVER_PIECE)
        const sha256 = await digestPiece(piece)
        await desk.putBlob(sha256, piece)
        pieces.push(sha256)
        noteProgress(task, Math.min(file.size, from + HANDOVER_PIECE), 2 * file.size)
      }
      return pieces
    })
}

/** Opens a file that was opened outside the page; its bytes were handed in already. */
export function openHandedIn({ name, pieces }: HandedInFile): Act {
  return (desk) => openWith(desk, name, () => Promise.resolve(pieces))
}

async function openWith(
  desk: Desk,
  name: string,
  handIn: (task: string) => Promise<readonly string[]>,
): Promise<void> {
  const { client, open, places } = desk
  const before = getHandover()
  if (before.kind === 'working') void client.handover.stop({ task: before.task })
  if (before.kind === 'asked') void client.handover.forget({ handle: before.view.handle })
  const task = crypto.randomUUID()
  setHandover({ kind: 'working', what: 'look', task, done: 0, total: 0 })
  places.showOverlay('handover')
  const stopHearing = client.on('handover.progress', (told) => {
    // Reading is the second half of the way.
    if (told.task === task) noteProgress(task, told.total + told.done, 2 * told.total)
  })
  try {
    // What is compared is what stands on the screen.
    if (open !== null) await saveFirst(open)
    const pieces = await handIn(task)
    if (!isWanted(task)) return
    const view = await client.handover.look({ pieces: [...pieces], name, task })
    if (!isWanted(task)) return void client.handover.forget({ handle: view.handle })
    ask(desk, view)
  } catch (error) {
    if (!isRedaksiError(error)) throw error
    if (isWanted(task)) setHandover({ kind: 'refused', error })
  } finally {
    stopHearing()
  }
}

/** What nobody could want otherwise is done at once; there is a way back. */
function ask(desk: Desk, view: HandoverView): void {
  const choices: readonly HandoverChoice[] = CHOICES_BY_CASE[view.kind]
  const [only] = choices
  if (choices.length === 1 && only !== undefined) desk.run(settleHandover(view, only))
  else setHandover({ kind: 'asked', view, isBusy: false })
}

async function digestPiece(piece: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await piece.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
