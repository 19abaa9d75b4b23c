import { createRoot } from 'react-dom/client'
import { createBridgeClient } from '../../bridge/client.ts'
import { openEnvelope } from '../../bridge/envelope.ts'
import type { AppContract } from '../../bridge/index.ts'
import { TextsProvider } from '../../base/ui/texts.tsx'
import { openSpareStore } from '../../newsroom/drafts/ui/index.ts'
import { App } from './app.tsx'
import { applyTheme } from './appearance.ts'
import { Crash } from './crash.tsx'
import { loadTexts } from './load-texts.ts'
import { readLocale } from './locale.ts'
import { openTransport } from './transport/open-transport.ts'
import '../../base/ui/tokens.css'
import './styles/base.css'
import './styles/app.css'

/** The application: finds its transport, asks where it is, and shows the desk. */

const locale = readLocale()
document.documentElement.lang = locale
applyTheme()
const [translate, transport] = await Promise.all([loadTexts(locale), openTransport()])
const client = createBridgeClient<AppContract>(transport)
const putBlob = async (sha256: string, bytes: Blob) =>
  openEnvelope(await transport.putBlob(sha256, bytes), 'blobs.put')
const root = createRoot(document.getElementById('app') ?? document.body, {
  onUncaughtError: (error) => reportError(error),
})
const texts = { locale, translate }
try {
  const [info, house] = await Promise.all([client.app.info(), client.house.read()])
  root.render(
    <TextsProvider texts={texts}>
      <Crash>
        <App
          client={client}
          info={info}
          house={house}
          spares={openSpareStore(info.library)}
          putBlob={putBlob}
        />
      </Crash>
    </TextsProvider>,
  )
} catch (error) {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'bridge.host-lost'
  root.render(<p className="empty">{translate(code)}</p>)
}
