import { RedaksiError } from '../../base/errors.ts'
import { listDrafts } from '../../backend/index.ts'
import { DRAFT_STATUSES, type DraftStatus, type ListRequest } from '../../newsroom/drafts/index.ts'
import { getText, type Command, type Words } from '../command.ts'
import type { CliErrorCode } from '../contract.ts'
import { getCount } from '../numbers.ts'
import { withNewsroom } from '../with-newsroom.ts'

/** Drafts, newest first, all or those that a search or a status picks. */
export const list: Command = {
  name: 'list',
  usage: 'redaksi list [--query Q] [--status S] [--limit N]',
  options: { query: { type: 'string' }, status: { type: 'string' }, limit: { type: 'string' } },
  positionals: [0, 0],
  async run(words, context) {
    const request = readRequest(words)
    const { total, drafts } = await withNewsroom(context, 'read', (newsroom) => listDrafts(newsroom, request))
    const rows = drafts.map(({ id, headline, slug, status, revision, updatedAt, words: count }) => {
      return { id, headline, slug, status, revision, updatedAt, words: count }
    })
    const lines = rows.map(
      (row) => `${row.id}  ${context.translate(`status.${row.status}`).padEnd(10)}  ${row.headline}`,
    )
    return {
      json: { total, drafts: rows },
      text: [...lines, context.translate('cli.list.sum', { total, shown: rows.length })].join('\n'),
    }
  },
}

function readRequest(words: Words): ListRequest {
  const query = getText(words, 'query')
  const status = getStatus(words)
  const limit = getCount(words, 'limit') ?? 100
  return { limit, ...(query === undefined ? {} : { query }), ...(status === undefined ? {} : { status }) }
}

function getStatus(words: Words): DraftStatus | undefined {
  const text = getText(words, 'status')
  const status = DRAFT_STATUSES.find((each) => each === text)
  if (text !== undefined && status === undefined) {
    throw new RedaksiError<CliErrorCode>('cli.not-a-status', { text, known: DRAFT_STATUSES.join(', ') })
  }
  return status
}
