import type { RedaksiError } from '../../../base/errors.ts'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import { recoverDraft } from '../acts/recover-draft.ts'
import type { RunAct } from '../desk.ts'

export interface WelcomeProps {
  /** Why the chosen draft cannot be shown; null when none is chosen. */
  readonly error: RedaksiError | null
  readonly isReadOnly: boolean
  readonly run: RunAct
}

/** What stands in the middle while no story is open: what there is to begin with, or what is wrong and the way out. */
export function Welcome({ error, isReadOnly, run }: WelcomeProps) {
  const { translate } = useTexts()
  const damaged = error?.code === 'drafts.damaged' ? error.details['id'] : undefined
  return (
    <div className="welcome">
      {error === null ? (
        <>
          <p>{translate('app.welcome')}</p>
          <p className="help">{translate('app.welcome.keys')}</p>
        </>
      ) : (
        <p role="alert">{translate(error.code, error.details)}</p>
      )}
      {typeof damaged !== 'string' || isReadOnly ? null : (
        <Button look="line" onPress={() => run(recoverDraft(damaged))}>
          {translate('app.recover')}
        </Button>
      )}
    </div>
  )
}
