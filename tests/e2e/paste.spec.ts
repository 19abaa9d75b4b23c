import { CORPUS } from '../newsroom/editor/ui/clipboard/corpus.ts'
import { paragraphs } from './editor-harness/editor-page.ts'
import { expect, test } from './editor-harness/test.ts'

/** What is pasted from other programs, in a real browser: its parser, its clipboard events. */

test('the corpus comes in as a story, each without what its program adds', async ({ editor }) => {
  for (const { from, html, story } of CORPUS) {
    await editor.open({ blocks: paragraphs('') })
    await editor.goTo('start')
    await editor.paste({ 'text/html': html, 'text/plain': 'jangan dipakai' })
    const { blocks } = await editor.readStory()
    expect
      .soft(
        blocks.map(({ id: _id, ...block }) => block),
        from,
      )
      .toEqual(story)
    await editor.page.keyboard.press('Control+z')
    expect(await editor.readTexts(), from).toEqual(['p '])
  }
})

test('hostile pages are harmless: nothing runs, nothing loads, five megabytes of tags pass', async ({
  editor,
}) => {
  const { page } = editor
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await editor.open({ blocks: paragraphs('') })
  await editor.goTo('start')
  asked.length = 0
  await page.evaluate(`{
    const hostile = '<script>window.hacked = 1</script><img src="/lacak.gif" onerror="window.hacked = 2">' +
      '<a href="java\\tscript:window.hacked=3">tekan</a><svg onload="window.hacked=4"><style>*{}</style></svg>' +
      '<iframe srcdoc="<script>parent.hacked=5</scr' + 'ipt>"></iframe><link rel=stylesheet href=/lacak.css>'
    const paste = (html, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/html', html)
      clipboardData.setData('text/plain', text)
      document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }
    paste(hostile + '<div><span>'.repeat(200) + 'dalam', '')
    paste('<div style="' + 'a:b;'.repeat(20) + '"><b><span><table><tr><td>'.repeat(42000) + 'dalam', '!')
    paste('<div><b></b><span style="color:red"></span></div>'.repeat(100000), '?')
  }`)
  expect(await editor.readTexts()).toEqual(['p tekan', 'p dalam!?'])
  const { blocks } = await editor.readStory()
  expect(blocks[0]?.runs).toEqual([{ text: 'tekan' }])
  expect(await page.evaluate('window.hacked ?? null')).toBeNull()
  expect(asked.filter((address) => address.includes('lacak'))).toEqual([])
})
