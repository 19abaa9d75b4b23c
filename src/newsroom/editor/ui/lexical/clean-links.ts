import { defineExtension } from 'lexical'
import { LinkNode } from '@lexical/link'
import { cleanLink } from '../../../story/index.ts'

/** Lets no link into the story but a clean one, whichever way it came: a refused address leaves its text without a link. */
export const CleanLinksExtension = defineExtension({
  name: 'redaksi/clean-links',
  register: (editor) => editor.registerNodeTransform(LinkNode, $cleanLinkNode),
})

function $cleanLinkNode(node: LinkNode): void {
  const cleaned = cleanLink(node.getURL())
  if (cleaned === null) $unwrap(node)
  else if (cleaned !== node.getURL()) node.setURL(cleaned)
}

/** Takes a link off its text, in one step: while its children left one by one, the selection would be between two trees. */
export function $unwrap(node: LinkNode): void {
  node.getParentOrThrow().splice(node.getIndexWithinParent(), 1, node.getChildren())
}
