import { Component, type ReactNode } from 'react'
import { Button } from '../../base/ui/button.tsx'
import { useTexts } from '../../base/ui/texts.tsx'

interface CrashState {
  readonly hasFailed: boolean
}

/** Where a bug of the interface ends: nothing more is shown that may be wrong, and the way back is one button. */
export class Crash extends Component<{ readonly children: ReactNode }, CrashState> {
  override state: CrashState = { hasFailed: false }

  static getDerivedStateFromError(): CrashState {
    return { hasFailed: true }
  }

  override render(): ReactNode {
    return this.state.hasFailed ? <CrashView /> : this.props.children
  }
}

function CrashView() {
  const { translate } = useTexts()
  return (
    <main className="crash" role="alert">
      <p>{translate('app.crash')}</p>
      <Button look="main" onPress={() => location.reload()}>
        {translate('app.crash.reload')}
      </Button>
    </main>
  )
}
