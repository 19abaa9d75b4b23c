import { answers, client as opening, kept, locale, translation, transport } from './ahead.ts'
import { createRoot } from 'react-dom/client'
import { openEnvelope } from '../../bridge/envelope.ts'
import { setLateTexts } from '../../base/ui/late.tsx'
import { TextsProvider } from '../../base/ui/texts.tsx'
import { openSpareStore, parseKept } from '../../newsroom/drafts/ui/index.ts'
import { App } from './app.tsx'
import { Crash } from './crash.tsx'
import '../../base/ui/tokens.css'
import './styles/base.css'
import './styles/app.css'

/** The application: waits for the answers to what was asked ahead, and shows the desk. */

const [{ translate, addLate }, client] = await Promise.all([translation, opening])
setLateTexts(addLate)
const putBlob = async (sha256: string, bytes: Blob) =>
  openEnvelope(await (await transport).putBlob(sha256, bytes), 'blobs.put')
const root = createRoot(document.getElementById('app') ?? document.body, {
  onUncaughtError: (error) => reportError(error),
})
const texts = { locale, translate }
try {
  const [info, house, opened] = await answers
  const spares = openSpareStore(info.library)
  const first = opened === null ? null : { ...opened, spare: await parseKept(await kept) }
  root.render(
    <TextsProvider texts={texts}>
      <Crash>
        <App client={client} info={info} house={house} spares={spares} first={first} putBlob={putBlob} />
      </Crash>
    </TextsProvider>,
  )
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'bridge.host-lost'
  root.render(<p className="empty">{translate(code)}</p>)
}
