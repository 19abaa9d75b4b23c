import type { ReactNode } from 'react'
import { Keyboard } from 'react-aria-components'
import type { GuideNode } from './guide.ts'

/** The pictures of the guide, by the path that its text names. */
const PICTURES = Object.fromEntries(
  Object.entries(
    import.meta.glob<string>(
      ['../../../../docs/images/panduan/*.png', '../../../../docs/images/guide/*.png'],
      {
        eager: true,
        query: '?url',
        import: 'default',
      },
    ),
  ).map(([path, address]) => [path.replace(/^.*docs\//, ''), address]),
)

/** What the guide is written with: headings, paragraphs, lists, pictures, keys (`code`), strong and slanted words. */
export function GuideNodes({ nodes }: { readonly nodes: readonly GuideNode[] }) {
  return nodes.map((node, i) => <OneNode key={i} node={node} />)
}

function OneNode({ node }: { readonly node: GuideNode }): ReactNode {
  const inside = 'children' in node ? <GuideNodes nodes={node.children} /> : null
  switch (node.type) {
    case 'text':
      return node.value
    case 'heading':
      return <h3>{inside}</h3>
    case 'paragraph':
      return <p>{inside}</p>
    case 'list':
      return node.ordered === true ? <ol>{inside}</ol> : <ul>{inside}</ul>
    case 'listItem':
      return <li>{inside}</li>
    case 'strong':
      return <strong>{inside}</strong>
    case 'emphasis':
      return <em>{inside}</em>
    case 'inlineCode':
      return <Keyboard>{node.value}</Keyboard>
    case 'image':
      return <img src={PICTURES[node.url]} alt={node.alt ?? ''} width={1280} height={800} loading="lazy" />
    default:
      return inside
  }
}
