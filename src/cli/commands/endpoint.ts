import { startEndpoint } from '../../endpoint/index.ts'
import { getText, type Command } from '../command.ts'
import { getCount } from '../numbers.ts'
import { waitForStop } from '../wait-for-stop.ts'

/** Runs the reference publishing endpoint until it is stopped. */
export const endpoint: Command = {
  name: 'endpoint',
  usage: 'redaksi endpoint [--port 0] [--data DIR] [--token-file FILE]',
  options: { port: { type: 'string' }, data: { type: 'string' }, 'token-file': { type: 'string' } },
  positionals: [0, 0],
  async run(words, context) {
    const dataFolder = getText(words, 'data') ?? `${context.dataFolder}/endpoint`
    const tokenFile = getText(words, 'token-file') ?? `${dataFolder}/token`
    const { url, close } = await startEndpoint({ port: getCount(words, 'port') ?? 0, dataFolder, tokenFile })
    context.show(`Endpoint: ${url}`, { url, pid: process.pid })
    await waitForStop(context.signal)
    await close()
    return null
  },
}
