import { createContext, use, useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import { Button } from '../../base/ui/button.tsx'
import { useTexts } from '../../base/ui/texts.tsx'

/** Something that was done, said on the status line for a while, with a way back where there is one. */
export interface Notice {
  readonly words: string
  readonly undo?: () => void
}

const SHOWN = 8_000

type Say = (notice: Notice) => void
const NoticeContext = createContext<{
  readonly notice: Notice | null
  readonly say: Say
  readonly hush: () => void
}>({
  notice: null,
  say: () => undefined,
  hush: () => undefined,
})

/** Keeps the newest notice for as long as it is shown. */
export function NoticeProvider({ children }: { readonly children: ReactNode }) {
  const [notice, setNotice] = useState<Notice | null>(null)
  const hush = useCallback(() => setNotice(null), [])
  const value = useMemo(() => ({ notice, say: setNotice, hush }), [notice, hush])
  return <NoticeContext value={value}>{children}</NoticeContext>
}

/** Says what was done. */
export function useSay(): Say {
  return use(NoticeContext).say
}

/** The notice on the status line. It stays while it has the focus or the pointer. */
export function NoticeWords() {
  const { notice, hush } = use(NoticeContext)
  const { translate } = useTexts()
  const timer = useRef<ReturnType<typeof setTimeout> | undefined>(undefined)
  const wait = useCallback(() => {
    clearTimeout(timer.current)
    timer.current = setTimeout(hush, SHOWN)
  }, [hush])
  useEffect(() => {
    if (notice !== null) wait()
    return () => clearTimeout(timer.current)
  }, [notice, wait])
  const stay = () => clearTimeout(timer.current)
  return (
    <div className="notice" onPointerEnter={stay} onPointerLeave={wait} onFocus={stay} onBlur={wait}>
      <span role="status">{notice?.words ?? ''}</span>
      {notice?.undo === undefined ? null : (
        <Button
          isSmall
          onPress={() => {
            notice.undo?.()
            hush()
          }}
        >
          {translate('app.undo')}
        </Button>
      )}
    </div>
  )
}
