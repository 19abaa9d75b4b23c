import { useEffect } from 'react'
import { runCommand } from './commands/index.ts'
import type { Desk } from './desk.ts'

/** Does what is asked for outside the page: a command of the application's menu, a link to a draft, the end of one. */
export function useHost(desk: Desk): void {
  const { client, places } = desk
  useEffect(() => {
    const stops = [
      client.on('app.command', ({ name }) => runCommand(name, desk)),
      client.on('app.openDraft', ({ id }) => places.select(id)),
      client.on('drafts.removed', ({ id }) => places.leave(id)),
    ]
    return () => stops.forEach((stop) => stop())
  }, [client, desk, places])
}
