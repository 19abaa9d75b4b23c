import type { AppInfo } from '../../bridge/app.ts'
import type { DraftList, DraftRow } from '../../newsroom/drafts/index.ts'
import type { House } from '../../newsroom/house/index.ts'
import type { Connection, Target } from '../../newsroom/publish/index.ts'
import { createElement } from './elements.ts'
import type { Locale } from './locale.ts'
import type { Translate } from './translate.ts'

/** What the overview shows: all of it was asked for at one moment. */
export interface OverviewFacts {
  readonly info: AppInfo
  readonly house: House
  readonly list: DraftList
  readonly targets: readonly Target[]
  readonly connection: Connection
}

/** Lays out what is there: the drafts, the outbox, where stories go, and which library this is. */
export function createOverview(facts: OverviewFacts, translate: Translate, locale: Locale): HTMLElement {
  return createElement('div', { class: 'app' }, [
    createElement('main', { class: 'library' }, [
      createElement('header', { class: 'head' }, [
        createElement('h1', {}, ['Redaksi']),
        createElement('p', {}, [facts.house.organisation.name]),
      ]),
      createElement(
        'div',
        { class: 'list', tabindex: '0', role: 'region', 'aria-label': translate('page.library') },
        [
          facts.list.drafts.length === 0
            ? createElement('p', { class: 'empty' }, [translate('page.no-drafts')])
            : createTable(facts.list.drafts, translate, locale),
        ],
      ),
    ]),
    createElement('aside', { class: 'panel', 'aria-label': translate('page.about') }, [
      createOutbox(facts.connection, translate),
      createTargets(facts.targets, translate),
      createSection(translate('page.library'), [createElement('p', {}, [facts.info.library])]),
    ]),
    createStatusLine(facts, translate),
  ])
}

const COLUMNS = ['status', 'headline', 'place', 'words', 'changed'] as const

function createTable(rows: readonly DraftRow[], translate: Translate, locale: Locale): HTMLElement {
  const heads = COLUMNS.map((name) =>
    createElement('th', { class: `c-${name}`, scope: 'col' }, [translate(`page.column.${name}`)]),
  )
  return createElement('table', { 'aria-label': translate('page.drafts') }, [
    createElement('thead', {}, [createElement('tr', {}, heads)]),
    createElement(
      'tbody',
      {},
      rows.map((row) => createRow(row, translate, locale)),
    ),
  ])
}

function createRow(row: DraftRow, translate: Translate, locale: Locale): HTMLElement {
  const texts: Readonly<Record<(typeof COLUMNS)[number], string>> = {
    status: translate(`status.${row.status}`),
    headline: row.headline === '' ? translate('page.no-headline') : row.headline,
    place: row.place ?? '',
    words: new Intl.NumberFormat(locale).format(row.words),
    changed: formatInstant(row.updatedAt, locale),
  }
  const cells = COLUMNS.map((name) => createElement('td', { class: `c-${name}` }, [texts[name]]))
  return createElement('tr', {}, cells)
}

function createOutbox({ waiting, parked, problem }: Connection, translate: Translate): HTMLElement {
  const lines = [translate('page.outbox.waiting', { waiting }), translate('page.outbox.parked', { parked })]
  const all = problem === null ? lines : [...lines, translate('page.outbox.stopped')]
  return createSection(
    translate('page.outbox'),
    all.map((line) => createElement('p', {}, [line])),
  )
}

function createTargets(targets: readonly Target[], translate: Translate): HTMLElement {
  if (targets.length === 0)
    return createSection(translate('page.targets'), [createElement('p', {}, [translate('page.no-targets')])])
  const items = targets.flatMap(({ name, type, url }) => [
    createElement('dt', {}, [name]),
    createElement('dd', {}, [
      type === 'folder' ? url : createElement('a', { href: url, target: '_blank', rel: 'noreferrer' }, [url]),
    ]),
  ])
  return createSection(translate('page.targets'), [createElement('dl', {}, items)])
}

function createSection(headline: string, children: readonly HTMLElement[]): HTMLElement {
  return createElement('section', { 'aria-label': headline }, [
    createElement('h2', {}, [headline]),
    ...children,
  ])
}

function createStatusLine({ connection, list, info }: OverviewFacts, translate: Translate): HTMLElement {
  const { state, waiting } = connection
  return createElement('footer', { class: 'status' }, [
    createElement('span', { role: 'status' }, [
      translate(`page.connection.${state}`) + (waiting === 0 ? '' : translate('page.waiting', { waiting })),
    ]),
    createElement('span', { id: 'host', role: 'status', class: 'problem' }, []),
    createElement('span', { class: 'push' }, [
      translate('page.count', { shown: list.drafts.length, total: list.total, release: info.release }),
    ]),
  ])
}

/** English with its days before its months and 24 hours, as an office in Indonesia reads them. */
function formatInstant(iso: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(locale === 'id' ? 'id' : 'en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
  })
  return format.format(new Date(iso))
}
