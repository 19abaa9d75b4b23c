import { fromMarkdown } from 'mdast-util-from-markdown'
import type { Locale } from '../locale.ts'
import { findWords } from '../find-words.ts'

/** What the guide is made of: a heading, a paragraph, a word. */
export type GuideNode = ReturnType<typeof fromMarkdown>['children'][number]

/** A part of the guide, from one heading to the next; the first has the guide's own. */
export interface GuideSection {
  readonly id: string
  readonly heading: string
  readonly nodes: readonly GuideNode[]
}

const TEXTS: Readonly<Record<Locale, () => Promise<{ readonly default: string }>>> = {
  id: () => import('../../../../docs/panduan.md?raw'),
  en: () => import('../../../../docs/guide.md?raw'),
}

/** Reads the guide in a language: the file that stands in docs/. */
export async function readGuide(locale: Locale): Promise<readonly GuideSection[]> {
  return splitGuide((await TEXTS[locale]()).default)
}

/** Parts a guide at its headings of the first two ranks. */
function splitGuide(markdown: string): readonly GuideSection[] {
  const sections: { id: string; heading: string; nodes: GuideNode[] }[] = []
  for (const node of fromMarkdown(markdown).children) {
    if (node.type !== 'heading' || node.depth > 2) sections.at(-1)?.nodes.push(node)
    else sections.push({ id: `guide-${sections.length + 1}`, heading: readPlain(node), nodes: [] })
  }
  return sections
}

/** The sections in which every word of a query is found. */
export function searchGuide(sections: readonly GuideSection[], query: string): readonly GuideSection[] {
  return sections.filter(
    ({ heading, nodes }) => findWords([heading, ...nodes.map(readPlain)].join(' '), query) !== null,
  )
}

function readPlain(node: GuideNode): string {
  if ('children' in node) return node.children.map(readPlain).join(node.type === 'list' ? ' ' : '')
  return 'value' in node ? node.value : ''
}
