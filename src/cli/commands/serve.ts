import { fileURLToPath } from 'node:url'
import {
  createBackend,
  describeError,
  openLocalBridge,
  openOrCreateNewsroom,
  openSettings,
  type Newsroom,
} from '../../backend/index.ts'
import release from '../../../package.json' with { type: 'json' }
import { resolveResource } from '../../base/node/resources.ts'
import { startWebHost, type WebHost } from '../../web/index.ts'
import { isOn, type Command, type Context, type Words } from '../command.ts'
import { openLocalEndpoint } from '../local-endpoint.ts'
import { getCount } from '../numbers.ts'
import { openInBrowser } from '../open-in-browser.ts'
import { waitForStop } from '../wait-for-stop.ts'
import { createSurroundings } from '../with-newsroom.ts'

/** Runs Redaksi in the browser, with its local endpoint, until it is stopped. A missing library is made, with samples. */
export const serve: Command = {
  name: 'serve',
  usage: 'redaksi serve [--port N] [--open] [--locale id|en]',
  options: { port: { type: 'string' }, open: { type: 'boolean' } },
  positionals: [0, 0],
  async run(words, context) {
    const newsroom = await openOrCreateNewsroom(context.libraryFolder, createSurroundings(context))
    try {
      await serveNewsroom(newsroom, words, context)
    } finally {
      await newsroom.close()
    }
    return null
  },
}

async function serveNewsroom(newsroom: Newsroom, words: Words, context: Context): Promise<void> {
  const { id } = newsroom.library
  const endpoint = await openLocalEndpoint(newsroom, context)
  void endpoint.ended.then(
    () => context.signal.aborted || context.warn(context.translate('cli.serve.endpoint-ended')),
  )
  try {
    const settings = openSettings(context.configFolder)
    const { webPorts } = await settings.read()
    await runHost(newsroom, context, getCount(words, 'port') ?? webPorts[id] ?? 0, async (host) => {
      await settings.change((known) => ({ ...known, webPorts: { ...known.webPorts, [id]: host.port } }))
      context.show(`Redaksi: ${host.url}`, { url: host.url, pid: process.pid })
      if (isOn(words, 'open')) openInBrowser(host.url)
      await waitForStop(context.signal)
    })
  } finally {
    await endpoint.close()
  }
}

async function runHost(
  newsroom: Newsroom,
  { locale, translate, warn, random, env }: Context,
  port: number,
  whileOpen: (host: WebHost) => Promise<void>,
): Promise<void> {
  const onBug = (error: unknown, at: string) => warn(`${at}: ${describeError(error, translate)}`)
  const backend = createBackend(newsroom, { host: 'web', release: release.version, locale, onBug })
  try {
    const pageFolder = fileURLToPath(new URL('../../out/renderer', resolveResource('house/starter.json')))
    const host = await startWebHost({ port, backend, pageFolder, locale, random, onBug })
    try {
      const { folder } = newsroom.library
      const local = await openLocalBridge({ backend, folder, env, onBug })
      try {
        const address = host.url.split('#')[0] ?? null
        await newsroom.library.announce({ address, socket: local?.path ?? null })
        await whileOpen(host)
      } finally {
        await local?.close()
      }
    } finally {
      await host.close()
    }
  } finally {
    await backend.close()
  }
}
