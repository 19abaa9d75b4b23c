import { buildEditorFromExtensions } from '@lexical/extension'
import { HistoryExtension } from '@lexical/history'
import { RichTextExtension } from '@lexical/rich-text'
import { $createParagraphNode, $createTextNode, $getRoot, configExtension, defineExtension } from 'lexical'
import { createRoot } from 'react-dom/client'
import { createLongText } from './sample-text.ts'

/**
 * Lexical with rich text and history and nothing else, in an element that React renders, or with `?alone` in one that
 * it does not: the floor that the editor's cost per key is held against.
 */
const query = new URLSearchParams(location.search)
const editor = buildEditorFromExtensions(
  defineExtension({
    name: '[bare]',
    dependencies: [RichTextExtension, configExtension(HistoryExtension, { maxDepth: 500 })],
    $initialEditorState: () => {
      const texts = createLongText(Number(query.get('words') ?? 500))
      const paragraphs = texts.map((text) => $createParagraphNode().append($createTextNode(text)))
      $getRoot().append(...paragraphs)
    },
  }),
)
const app = document.getElementById('app')
if (app !== null && query.has('alone')) {
  const root = document.createElement('div')
  root.contentEditable = 'true'
  root.role = 'textbox'
  root.ariaLabel = 'Isi artikel'
  root.spellcheck = false
  app.append(root)
  editor.setRootElement(root)
} else if (app !== null) {
  createRoot(app).render(
    <div
      ref={(element) => editor.setRootElement(element)}
      role="textbox"
      aria-label="Isi artikel"
      contentEditable
      suppressContentEditableWarning
      spellCheck={false}
    />,
  )
}
