import { RedaksiError } from '../../base/errors.ts'
import type { Story } from '../story/index.ts'
import type { AttachmentRecord } from './attachment.ts'
import type { AttachmentsErrorCode } from './contract.ts'

/** Something that an attachment lacks before its story may leave. */
interface AttachmentProblem {
  readonly code: Extract<AttachmentsErrorCode, 'attachments.unknown' | 'attachments.untitled'>
  /** Its place among the story's attachments, from 1. */
  readonly place: number
}

/** What the attachments of a story lack, in their order. `records` are those that the library has, by their ids. */
function findAttachmentProblems(
  { attachments = [] }: Pick<Story, 'attachments'>,
  records: ReadonlyMap<string, AttachmentRecord>,
): readonly AttachmentProblem[] {
  return attachments.flatMap(({ file, label }, i): AttachmentProblem[] => {
    const place = i + 1
    if (!records.has(file)) return [{ code: 'attachments.unknown', place }]
    return label.trim() === '' ? [{ code: 'attachments.untitled', place }] : []
  })
}

/** Refuses a story whose attachments lack something, with the first kind of it: how many, and which is the first. */
export function requireAttachments(
  story: Pick<Story, 'attachments'>,
  records: ReadonlyMap<string, AttachmentRecord>,
): void {
  const problems = findAttachmentProblems(story, records)
  const [first] = problems
  if (first === undefined) return
  const count = problems.filter(({ code }) => code === first.code).length
  throw new RedaksiError<AttachmentsErrorCode>(first.code, { count, first: first.place })
}
