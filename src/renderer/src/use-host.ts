import { useEffect } from 'react'
import type { AppClient } from '../../bridge/index.ts'
import { runCommand, type Desk } from './commands/index.ts'

/** Does what is asked for outside the page: a command of the application's menu, a link to a draft. */
export function useHost(client: AppClient, desk: Desk, open: (id: string) => void): void {
  useEffect(() => {
    const stops = [
      client.on('app.command', ({ name }) => runCommand(name, desk)),
      client.on('app.openDraft', ({ id }) => open(id)),
    ]
    return () => stops.forEach((stop) => stop())
  }, [client, desk, open])
}
