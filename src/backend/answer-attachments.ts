import type { AppContract, Handlers } from '../bridge/index.ts'
import type { Newsroom } from './newsroom.ts'

/** Answers for attachments. `getPath` says where bytes lie that the page has handed in under a digest. */
export function createAttachmentsHandlers(
  { attachments }: Pick<Newsroom, 'attachments'>,
  getPath: (sha256: string) => string,
): Handlers<AppContract>['attachments'] {
  return {
    import: ({ id, name }) => attachments.add(id, name, getPath(id)),
    list: ({ ids }) => attachments.list(ids),
  }
}
