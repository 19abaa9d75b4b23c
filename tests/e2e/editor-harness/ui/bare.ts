import { buildEditorFromExtensions } from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { RichTextExtension } from '@lexical/rich-text'
import { $createParagraphNode, $createTextNode, $getRoot, configExtension, defineExtension } from 'lexical'
import { getBlockText } from '../../../../src/newsroom/story/index.ts'
import { createLongStory } from './stories.ts'

/** Lexical with rich text and history and nothing else: the floor that the editor's cost per key is held against. */
const words = Number(new URLSearchParams(location.search).get('words') ?? 500)
const root = document.createElement('div')
root.contentEditable = 'true'
root.role = 'textbox'
root.ariaLabel = 'Isi artikel'
root.spellcheck = false
document.getElementById('app')?.append(root)

const editor = buildEditorFromExtensions(
  defineExtension({
    name: '[bare]',
    dependencies: [RichTextExtension, configExtension(HistoryExtension, { maxDepth: 500 })],
    $initialEditorState: () => {
      const blocks = createLongStory(words).blocks
      const paragraphs = blocks.map((block) =>
        $createParagraphNode().append($createTextNode(getBlockText(block))),
      )
      $getRoot().append(...paragraphs)
    },
  }),
)
editor.setRootElement(root)
