import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HandoverChoice, HandoverOutcome, HandoverView } from '../../src/newsroom/handover/index.ts'
import { createBlockId, type Block } from '../../src/newsroom/story/index.ts'
import { aStory, createTestRandom } from '../support/builders.ts'
import { makePdf } from '../support/pdfs.ts'
import { makeCameraJpeg } from '../support/pictures.ts'
import type { NewsroomRig } from './newsroom-rig.ts'

/** Hands bytes in as a page does. */
async function handIn({ backend }: NewsroomRig, bytes: Uint8Array): Promise<string> {
  const id = createHash('sha256').update(bytes).digest('hex')
  await backend.putBlob(
    id,
    (async function* () {
      yield bytes
    })(),
  )
  return id
}

/** Fetches a draft's hand-over file as a page does. */
export async function fetchFile({ client }: NewsroomRig, id: string): Promise<Buffer> {
  const { handle, bytes } = await client.handover.write({ id, task: 'uji' })
  const pieces: Buffer[] = []
  let from = 0
  for (;;) {
    const { content } = await client.handover.fetch({ handle, from })
    if (content === '') break
    pieces.push(Buffer.from(content, 'base64'))
    from += pieces.at(-1)?.length ?? 0
  }
  if (from !== bytes) throw new Error('the file is not as long as was said')
  return Buffer.concat(pieces)
}

/** Opens a file as a page does, in two pieces. `onAsked` is called once the services have begun to read it. */
export async function lookAt(
  rig: NewsroomRig,
  file: Uint8Array,
  onAsked: () => void = () => undefined,
): Promise<HandoverView> {
  const half = Math.floor(file.length / 2)
  const pieces = [await handIn(rig, file.subarray(0, half)), await handIn(rig, file.subarray(half))]
  const looking = rig.client.handover.look({ pieces, name: 'berita.redaksi', task: 'uji' })
  onAsked()
  return looking
}

export async function settle(
  { client }: NewsroomRig,
  { handle }: HandoverView,
  choice: HandoverChoice,
): Promise<HandoverOutcome> {
  return client.handover.settle({ handle, choice, name: 'Sebelum serah terima', headline: 'Salinan' })
}

/** A draft with three revisions, one of them named. */
export async function createPlainDraft(rig: NewsroomRig): Promise<string> {
  const { client } = rig
  const { id } = await client.drafts.create({ headline: 'Uji Alat Bantu Coblos' })
  await client.drafts.save({ id, baseRevision: 1, story: aStory() })
  await client.drafts.nameRevision({ id, revision: 2, name: 'Sebelum rapat' })
  await retitle(rig, id, 'Alat Bantu Coblos Diuji')
  return id
}

/** A draft with three revisions, one of them named, with a photo that is described and an attachment. */
export async function createRichDraft(rig: NewsroomRig) {
  const { client } = rig
  const photo = await handIn(rig, await makeCameraJpeg())
  const {
    bytes: _bytes,
    schema: _schema,
    id: _id,
    type: _type,
    ...known
  } = await client.photos.import({ id: photo })
  const { width: _width, height: _height, addedAt: _addedAt, ...details } = known
  await client.photos.update({
    id: photo,
    details: { ...details, credit: 'bgs/KPU Kota Tirtasari', alt: 'Aula' },
  })
  const attachment = await handIn(rig, makePdf())
  await client.attachments.import({ id: attachment, name: 'pengumuman.pdf' })
  const { id } = await client.drafts.create({ headline: 'Uji Alat Bantu Coblos' })
  const story = aStory()
  await client.drafts.save({ id, baseRevision: 1, story })
  await client.drafts.nameRevision({ id, revision: 2, name: 'Sebelum rapat' })
  const block: Block = {
    id: createBlockId(createTestRandom(77)),
    ...{ kind: 'photo' as const, photo, alt: 'Pelajar di aula', runs: [{ text: 'Pelajar mencoba.' }] },
  }
  const attachments = [{ file: attachment, label: 'Pengumuman' }]
  await client.drafts.save({
    ...{ id, baseRevision: 2 },
    story: { ...story, blocks: [...story.blocks, block], attachments },
  })
  return { id, photo, attachment }
}

/** Changes the headline of a draft, as one save. */
export async function retitle({ client }: NewsroomRig, id: string, headline: string): Promise<number> {
  const { draft } = await client.drafts.read({ id })
  const saved = await client.drafts.save({
    ...{ id, baseRevision: draft.revision },
    story: { ...draft.story, headline },
  })
  return saved.revision
}

/** Everything that lies in a library but what is derived, with the digest of its bytes. */
export async function readTree(folder: string): Promise<Readonly<Record<string, string>>> {
  const tree: Record<string, string> = {}
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const name = path.slice(folder.length + 1)
    if (!entry.isFile() || /^(index|lock)/.test(name)) continue
    tree[name] = createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  }
  return tree
}
