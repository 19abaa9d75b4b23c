import { PICTURE_FORMS, PICTURE_TYPES, type PictureType } from '../../base/picture-type.ts'
import type { BackupLimits } from '../drafts/index.ts'

/** What every entry's name in a hand-over file begins with. */
export const HANDOVER_PREFIX = 'handover/'

/** An entry of a hand-over file, by its name below the prefix. No other names are taken. */
export type HandoverMember =
  | { readonly kind: 'manifest' | 'draft' | 'names' }
  | { readonly kind: 'snapshot'; readonly revision: number }
  | { readonly kind: 'photo'; readonly id: string; readonly type: PictureType }
  | { readonly kind: 'photo-record' | 'attachment' | 'attachment-record'; readonly id: string }

/** The name of an entry. */
export function nameMember(member: HandoverMember): string {
  switch (member.kind) {
    case 'manifest':
      return 'handover.json'
    case 'draft':
      return 'draft.json'
    case 'names':
      return 'revision-names.json'
    case 'snapshot':
      return `history/${String(member.revision).padStart(8, '0')}.json`
    case 'photo':
      return `photos/${member.id}.${PICTURE_FORMS[member.type].extension}`
    case 'photo-record':
      return `photos/${member.id}.json`
    case 'attachment':
      return `attachments/${member.id}.pdf`
    case 'attachment-record':
      return `attachments/${member.id}.json`
  }
}

/** The entry that a name means; null for any other name. */
export function readMemberName(name: string): HandoverMember | null {
  const plain = PLAIN.find((each) => nameMember(each) === name)
  if (plain !== undefined) return plain
  const [, revision] = /^history\/(\d{8})\.json$/.exec(name) ?? []
  if (revision !== undefined) return { kind: 'snapshot', revision: Number(revision) }
  const [, folder, id = '', extension] = /^(photos|attachments)\/([0-9a-f]{64})\.([a-z]+)$/.exec(name) ?? []
  if (folder === 'attachments' && extension === 'pdf') return { kind: 'attachment', id }
  if (folder === 'attachments' && extension === 'json') return { kind: 'attachment-record', id }
  if (folder !== 'photos') return null
  if (extension === 'json') return { kind: 'photo-record', id }
  const type = PICTURE_TYPES.find((each) => PICTURE_FORMS[each].extension === extension)
  return type === undefined ? null : { kind: 'photo', id, type }
}

const PLAIN: readonly HandoverMember[] = [{ kind: 'manifest' }, { kind: 'draft' }, { kind: 'names' }]

/** Whether an entry is text, and so must be small. */
export function isTextMember({ kind }: HandoverMember): boolean {
  return kind !== 'photo' && kind !== 'attachment'
}

const MEGABYTE = 1024 ** 2

/** How large a packed file may be at most, in bytes. */
export const LARGEST_HANDOVER = 1024 * MEGABYTE

/** How much one may hold before it is taken for an attack: the originals of many photos, and a long past. */
export const HANDOVER_LIMITS: BackupLimits = {
  files: 8_000,
  fileSize: 128 * MEGABYTE,
  totalSize: LARGEST_HANDOVER,
  ratio: 100,
  free: 32 * MEGABYTE,
}

/** The most that one text may have, and all of them together, in bytes. */
export const LARGEST_TEXT = 16 * MEGABYTE
export const LARGEST_TEXTS = 96 * MEGABYTE
