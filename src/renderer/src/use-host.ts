import { useEffect } from 'react'
import type { AppClient } from '../../bridge/index.ts'
import { runCommand } from './commands/index.ts'
import type { RunAct } from './desk.ts'

/** Does what is asked for outside the page: a command of the application's menu, a link to a draft. */
export function useHost(client: AppClient, run: RunAct, open: (id: string) => void): void {
  useEffect(() => {
    const stops = [
      client.on('app.command', ({ name }) => runCommand(name, run)),
      client.on('app.openDraft', ({ id }) => open(id)),
    ]
    return () => stops.forEach((stop) => stop())
  }, [client, run, open])
}
