import { useMemo } from 'react'
import { isRedaksiError } from '../../base/errors.ts'
import { loadLateTexts } from '../../base/ui/late.tsx'
import { useTexts } from '../../base/ui/texts.tsx'
import type { Act, Desk } from './desk.ts'
import { useSay } from './notice.tsx'

/**
 * The way for everything that buttons, keys and menus do. A failure that was foreseen is said on the status line in
 * plain words; any other is a bug and goes to the window.
 */
export function useDesk({
  client,
  house,
  person,
  open,
  places,
  isReadOnly,
  putBlob,
}: Omit<Desk, 'say' | 'translate' | 'locale' | 'run'>): Desk {
  const { translate, locale } = useTexts()
  const say = useSay()
  return useMemo(() => {
    async function attempt(act: Act): Promise<void> {
      try {
        await act(desk)
      } catch (error) {
        if (!isRedaksiError(error)) throw error
        // The reason may be one of the words that come late; without them its code is better than nothing.
        await loadLateTexts().catch(() => undefined)
        say({ words: translate(error.code, error.details) })
      }
    }
    const desk: Desk = {
      ...{ client, house, person, open, places, isReadOnly, putBlob, say, translate, locale },
      run: (act) => void attempt(act),
    }
    return desk
  }, [client, house, person, open, places, isReadOnly, putBlob, say, translate, locale])
}
