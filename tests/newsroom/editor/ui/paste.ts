import { getExtensionDependencyFromEditor } from '@lexical/extension'
import { $getEditor, type RangeSelection } from 'lexical'
import { $insertBlocks } from '../../../../src/newsroom/editor/ui/clipboard/insert-blocks.ts'
import type { CopiedBlock } from '../../../../src/newsroom/editor/ui/clipboard/own-blocks.ts'
import { BlockIdsExtension } from '../../../../src/newsroom/editor/ui/lexical/block-ids.ts'

/** Inserts blocks as a paste does. */
export function $pasteOwnBlocks(blocks: readonly CopiedBlock[], selection: RangeSelection): void {
  $insertBlocks(
    blocks,
    selection,
    getExtensionDependencyFromEditor($getEditor(), BlockIdsExtension).output.index,
  )
}
