import { isRedaksiError } from '../../../base/errors.ts'
import type { Act, Desk } from '../desk.ts'
import { saveFirst } from '../desk.ts'
import { saveFile } from '../save-file.ts'
import { isWanted, noteProgress, setHandover } from './handover-store.ts'

/** Asks whether the open story is to be handed over. */
export async function offerHandover({ open, places }: Desk): Promise<void> {
  if (open === null) return
  await saveFirst(open)
  const headline = open.editor.current?.readView().headline ?? open.draft.story.headline
  setHandover({ kind: 'offered', id: open.head.id, headline })
  places.showOverlay('handover')
}

/** Makes the file of a story and gives it to the person. */
export function makeHandoverFile(id: string): Act {
  return async ({ client, places, say, translate }) => {
    const task = crypto.randomUUID()
    setHandover({ kind: 'working', what: 'write', task, done: 0, total: 0 })
    const stopHearing = client.on('handover.progress', (told) => {
      if (told.task === task) noteProgress(task, told.done, told.total)
    })
    try {
      const file = await client.handover.write({ id, task })
      const pieces = await fetchPieces(client, file, task)
      if (!isWanted(task)) return void client.handover.forget({ handle: file.handle })
      saveFile(new Blob([...pieces]), file.fileName, file.mediaType)
      close(places)
      say({ words: translate('app.exported-said', { file: file.fileName }) })
    } catch (error) {
      if (!isRedaksiError(error)) throw error
      if (isWanted(task)) setHandover({ kind: 'refused', error })
    } finally {
      stopHearing()
    }
  }
}

async function fetchPieces(
  client: Desk['client'],
  { handle, bytes }: { readonly handle: string; readonly bytes: number },
  task: string,
): Promise<readonly Uint8Array<ArrayBuffer>[]> {
  const pieces: Uint8Array<ArrayBuffer>[] = []
  let from = 0
  while (isWanted(task)) {
    const { content } = await client.handover.fetch({ handle, from })
    if (content === '') break
    const piece = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0))
    pieces.push(piece)
    from += piece.length
    noteProgress(task, from, bytes)
  }
  return pieces
}

function close(places: Desk['places']): void {
  setHandover({ kind: 'nothing' })
  places.showOverlay(null)
}
