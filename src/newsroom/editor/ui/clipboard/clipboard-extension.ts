import { ClipboardImportExtension, GetClipboardDataExtension } from '@lexical/clipboard'
import {
  $getEditor,
  $getSelection,
  $isRangeSelection,
  configExtension,
  defineExtension,
  PASTE_TAG,
  type BaseSelection,
} from 'lexical'
import { $getExtensionOutput } from '@lexical/extension'
import { BlockIdsExtension } from '../lexical/block-ids.ts'
import { $insertBlocks } from './insert-blocks.ts'
import { $writeOwnBlocks, OWN_BLOCKS_TYPE, type CopiedBlock } from './own-blocks.ts'
import { isDigestible } from './is-digestible.ts'
import { readPastedText } from './pasted-text.ts'
import { parseInert } from '../../../../base/ui/inert.ts'
import { fetchAtRest } from '../../../../base/ui/late.tsx'
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
        [OWN_BLOCKS_TYPE]: [(text, selection, _next, forms) => $pasteOwn(text, selection, forms)],
        'text/html': [(html, selection) => $paste(readHtml(html), selection)],
        'text/plain': [(text, selection) => $paste(readPastedText(text), selection)],
        'text/uri-list': [() => false],
      },
    }),
  ],
})

/** What a page made to choke on holds is not read. */
function readHtml(html: string): readonly CopiedBlock[] | null {
  return isDigestible(html) ? readPastedHtml(parseInert(html)) : null
}

/** What cannot be read, and blocks that hold nothing, are not claimed, so that the clipboard's next form is tried. */
function $paste(blocks: readonly CopiedBlock[] | null, selection: BaseSelection): boolean {
  if (blocks === null || blocks.length === 0) return false
  $insertBlocks(blocks, selection, $getExtensionOutput(BlockIdsExtension).index)
  return true
}

/** What reads copied blocks is fetched when the page is at rest. */
let parser: Promise<typeof import('./parse-own-blocks.ts')> | null = null
let parse: typeof import('./parse-own-blocks.ts').parseOwnBlocks | null = null

async function loadParser() {
  parser ??= import('./parse-own-blocks.ts')
  try {
    parse = (await parser).parseOwnBlocks
  } catch (error) {
    parser = null
    throw error
  }
  return parse
}
fetchAtRest(loadParser)

/** Blocks that come before what reads them wait for it; where it cannot be fetched, the clipboard's next form is taken. */
function $pasteOwn(text: string, selection: BaseSelection, forms: DataTransfer): boolean {
  if (parse !== null) return $paste(parse(text), selection)
  const editor = $getEditor()
  const [html, plain] = [forms.getData('text/html'), forms.getData('text/plain')]
  const pasteFirst = (read: typeof parse) =>
    editor.update(
      () => {
        const now = $getSelection()
        if (now === null || $paste(read?.(text) ?? null, now)) return
        if (!$paste(readHtml(html), now)) $paste(readPastedText(plain), now)
      },
      { tag: PASTE_TAG },
    )
  void loadParser().then(pasteFirst, () => pasteFirst(null))
  return true
}
