import { useCallback, useMemo } from 'react'
import { isRedaksiError } from '../../base/errors.ts'
import { useTexts } from '../../base/ui/texts.tsx'
import type { AppClient } from '../../bridge/index.ts'
import type { Act, Desk, RunAct } from './desk.ts'
import { useSay } from './notice.tsx'
import type { OpenDraft } from './page/use-open-draft.ts'

export interface DeskOptions {
  readonly client: AppClient
  readonly open: OpenDraft | null
  readonly select: (id: string) => void
  readonly focusSearch: () => void
}

/**
 * The way for everything that buttons, keys and menus do. A failure that was foreseen is said on the status line in
 * plain words; any other is a bug and goes to the window.
 */
export function useDesk({ client, open, select, focusSearch }: DeskOptions): RunAct {
  const { translate } = useTexts()
  const say = useSay()
  const attempt = useCallback(
    async (act: Act, desk: Desk) => {
      try {
        await act(desk)
      } catch (error) {
        if (!isRedaksiError(error)) throw error
        say({ words: translate(error.code, error.details) })
      }
    },
    [say, translate],
  )
  return useMemo(() => {
    const run: RunAct = (act) => void attempt(act, desk)
    const desk: Desk = { client, open, select, focusSearch, say, translate, run }
    return run
  }, [attempt, client, focusSearch, open, say, select, translate])
}
