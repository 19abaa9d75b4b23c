import type { Texts } from '../../../base/ui/texts.tsx'
import type { AppClient } from '../../../bridge/index.ts'
import { makeLabel, type AttachmentRecord } from '../../../newsroom/attachments/index.ts'
import { createAttachmentImports, type AttachmentImports } from '../../../newsroom/attachments/ui/index.ts'
import type { PutBlob } from '../../../newsroom/photos/ui/index.ts'
import type { Attachment } from '../../../newsroom/story/index.ts'
import type { Notice } from '../notice.tsx'
import type { OpenDraft } from '../page/use-open-draft.ts'

const known = new WeakMap<AppClient, AttachmentImports>()

/** The one way in for attachments of a page: what is on its way is seen wherever it was dropped. */
export function getAttachmentImports(client: AppClient, putBlob: PutBlob): AttachmentImports {
  const imports = known.get(client) ?? createAttachmentImports(client, putBlob)
  known.set(client, imports)
  return imports
}

export interface Attaching {
  readonly client: AppClient
  readonly putBlob: PutBlob
  readonly open: OpenDraft | null
  readonly say: (notice: Notice) => void
  readonly translate: Texts['translate']
}

/** Takes PDFs in, and attaches what was taken to the story that was open then. */
export async function attachFiles(files: readonly File[], attaching: Attaching): Promise<void> {
  const { client, putBlob, open, say, translate } = attaching
  const taken = await getAttachmentImports(client, putBlob).add(files)
  if (taken.length === 0 || open === null) return
  const { current: editor } = open.editor
  if (editor === null) return say({ words: translate('attachments.closed', { count: taken.length }) })
  const before = editor.readView().attachments ?? []
  const attachments = addAttachments(before, taken)
  if (attachments.length < before.length + taken.length)
    say({ words: translate('attachments.there-already') })
  if (attachments.length > before.length) editor.setDetails({ attachments })
}

/** Each file once. */
function addAttachments(
  before: readonly Attachment[],
  taken: readonly AttachmentRecord[],
): readonly Attachment[] {
  const fresh = taken.filter(({ id }) => !before.some(({ file }) => file === id))
  const added = new Map(fresh.map(({ id, name }) => [id, { file: id, label: makeLabel(name) }]))
  return [...before, ...added.values()]
}
