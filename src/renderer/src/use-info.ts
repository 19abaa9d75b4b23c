import { useEffect, useState } from 'react'
import type { AppClient, AppInfo } from '../../bridge/index.ts'

/** What the program says of itself, as it is now: who writes here is chosen in any page of it. */
export function useInfo(client: AppClient, first: AppInfo): AppInfo {
  const [info, setInfo] = useState(first)
  useEffect(() => client.on('app.changed', setInfo), [client])
  return info
}
