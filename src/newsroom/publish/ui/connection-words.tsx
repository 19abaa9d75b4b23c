import { useTexts } from '../../../base/ui/texts.tsx'
import type { Connection } from '../methods.ts'

/** Online or not, and how many wait, as a status that is read aloud when it changes. */
export function ConnectionWords({ connection }: { readonly connection: Connection | null }) {
  const { translate } = useTexts()
  const state = connection?.state ?? 'unknown'
  const count = connection?.waiting ?? 0
  const key = state === 'unknown' || count === 0 ? `connection.${state}` : `connection.${state}-waiting`
  return (
    <span role="status" className={`connection is-${state}`}>
      {translate(key, { count })}
    </span>
  )
}
