import { ClipboardImportExtension, GetClipboardDataExtension } from '@lexical/clipboard'
import { $isRangeSelection, configExtension, defineExtension, type BaseSelection } from 'lexical'
import { $getExtensionOutput } from '@lexical/extension'
import { BlockIdsExtension } from '../lexical/block-ids.ts'
import { $insertBlocks } from './insert-blocks.ts'
import { $writeOwnBlocks, OWN_BLOCKS_TYPE, parseOwnBlocks, type CopiedBlock } from './own-blocks.ts'
import { isDigestible } from './is-digestible.ts'
import { readPastedText } from './pasted-text.ts'
import { parseInert } from '../../../../base/ui/inert.ts'
import { readPastedHtml } from './read-html.ts'

/**
 * What leaves for the clipboard and what comes from it. Copied within Redaksi, blocks travel as a story holds them;
 * from elsewhere HTML is read first, then plain text. Lexical's own form is neither written nor read: any page can put
 * it on the clipboard, and it would bring nodes in unseen.
 */
export const ClipboardExtension = defineExtension({
  name: 'redaksi/clipboard',
  dependencies: [
    BlockIdsExtension,
    configExtension(GetClipboardDataExtension, {
      $exportMimeType: {
        'application/x-lexical-editor': [() => null],
        [OWN_BLOCKS_TYPE]: [
          (selection) =>
            $isRangeSelection(selection) && !selection.isCollapsed() ? $writeOwnBlocks(selection) : null,
        ],
      },
    }),
    configExtension(ClipboardImportExtension, {
      priority: { [OWN_BLOCKS_TYPE]: 0 },
      $importMimeType: {
        'application/x-lexical-editor': [() => false],
        [OWN_BLOCKS_TYPE]: [(text, selection) => $paste(parseOwnBlocks(text), selection)],
        'text/html': [
          (html, selection) =>
            $paste(isDigestible(html) ? readPastedHtml(parseInert(html)) : null, selection),
        ],
        'text/plain': [(text, selection) => $paste(readPastedText(text), selection)],
        'text/uri-list': [() => false],
      },
    }),
  ],
})

/** What cannot be read, and blocks that hold nothing, are not claimed, so that the clipboard's next form is tried. */
function $paste(blocks: readonly CopiedBlock[] | null, selection: BaseSelection): boolean {
  if (blocks === null || blocks.length === 0) return false
  $insertBlocks(blocks, selection, $getExtensionOutput(BlockIdsExtension).index)
  return true
}
