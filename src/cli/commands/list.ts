import { RedaksiError } from '../../base/errors.ts'
import { listDrafts } from '../../backend/index.ts'
import {
  DRAFT_STATUSES,
  LIST_SORTS,
  type DraftStatus,
  type ListRequest,
  type ListSort,
} from '../../newsroom/drafts/index.ts'
import { getText, type Command, type Words } from '../command.ts'
import type { CliErrorCode } from '../contract.ts'
import { getCount } from '../numbers.ts'
import { withNewsroom } from '../with-newsroom.ts'

/** Drafts, newest first unless told, all or those that a search, a status, a place, a writer or a month picks. */
export const list: Command = {
  name: 'list',
  usage:
    'redaksi list [--query Q] [--status S] [--place P] [--writer W] [--month YYYY-MM] [--sort newest|headline|event|length] [--limit N]',
  options: {
    query: { type: 'string' },
    status: { type: 'string' },
    place: { type: 'string' },
    writer: { type: 'string' },
    month: { type: 'string' },
    sort: { type: 'string' },
    limit: { type: 'string' },
  },
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
  const { status, sort, month } = { status: getStatus(words), sort: getSort(words), month: getMonth(words) }
  const [query, place, writer] = ['query', 'place', 'writer'].map((name) => getText(words, name))
  return {
    limit: getCount(words, 'limit') ?? 100,
    ...(query === undefined ? {} : { query }),
    ...(status === undefined ? {} : { status }),
    ...(place === undefined ? {} : { place }),
    ...(writer === undefined ? {} : { writer }),
    ...(month === undefined ? {} : { month }),
    ...(sort === undefined ? {} : { sort }),
  }
}

function getStatus(words: Words): DraftStatus | undefined {
  const text = getText(words, 'status')
  const status = DRAFT_STATUSES.find((each) => each === text)
  if (text !== undefined && status === undefined) {
    throw new RedaksiError<CliErrorCode>('cli.not-a-status', { text, known: DRAFT_STATUSES.join(', ') })
  }
  return status
}

function getSort(words: Words): ListSort | undefined {
  const text = getText(words, 'sort')
  const sort = LIST_SORTS.find((each) => each === text)
  if (text !== undefined && sort === undefined) {
    throw new RedaksiError<CliErrorCode>('cli.not-an-order', { text, known: LIST_SORTS.join(', ') })
  }
  return sort
}

function getMonth(words: Words): string | undefined {
  const text = getText(words, 'month')
  if (text !== undefined && !/^\d{4}-(0[1-9]|1[0-2])$/.test(text))
    throw new RedaksiError<CliErrorCode>('cli.not-a-month', { text })
  return text
}
