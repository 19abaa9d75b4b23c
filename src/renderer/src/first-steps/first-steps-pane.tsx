import { useState, type ReactNode } from 'react'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { FirstStep } from '../../../bridge/index.ts'
import { keepFirstStep, leaveFirstSteps } from '../acts/first-steps.ts'
import type { Desk } from '../desk.ts'
import '../settings/settings.css'
import './first-steps.css'
import { OfficeStep } from './office-step.tsx'
import { PeopleStep } from './people-step.tsx'
import { PublishStep } from './publish-step.tsx'

const STEPS = ['office', 'people', 'publish'] as const satisfies readonly FirstStep[]
const PARTS = { office: OfficeStep, people: PeopleStep, publish: PublishStep } as const

/**
 * What leads somebody new to their first story: the office, its people, where it publishes. Each step can be skipped and
 * gone back to; where they are is kept, and so is what they have typed. The library stays beside it, and works.
 */
export function FirstStepsPane({
  desk,
  step: due,
}: {
  readonly desk: Desk
  readonly step: FirstStep | null
}) {
  const { translate } = useTexts()
  const [step, setStep] = useState<FirstStep>(due ?? 'office')
  const Part = PARTS[step]
  // A step that is shown is on the disk; one that cannot be kept is shown all the same.
  const go = (to: FirstStep) =>
    desk.run(async (at) => {
      try {
        await keepFirstStep(to)(at)
      } finally {
        setStep(to)
      }
    })
  const at = STEPS.indexOf(step)
  const before = STEPS[at - 1]
  const after = STEPS[at + 1]
  const foot = (main: ReactNode) => (
    <footer className="first-steps-foot">
      {main}
      {after === undefined ? null : (
        <Button onPress={() => go(after)}>{translate('first-steps.skip')}</Button>
      )}
      {before === undefined ? null : (
        <Button onPress={() => go(before)}>{translate('first-steps.back')}</Button>
      )}
    </footer>
  )
  return (
    <section className="first-steps" aria-label={translate('first-steps')}>
      <header className="first-steps-head">
        <Ways step={step} onGo={go} />
        <Button isSmall onPress={() => desk.run(leaveFirstSteps(step))}>
          {translate('first-steps.leave')}
        </Button>
      </header>
      <Part key={step} desk={desk} foot={foot} onNext={() => (after === undefined ? undefined : go(after))} />
    </section>
  )
}

/** Where one is, and the way to each step. */
function Ways({ step, onGo }: { readonly step: FirstStep; readonly onGo: (step: FirstStep) => void }) {
  const { translate } = useTexts()
  return (
    <ol>
      {STEPS.map((each, i) => (
        <li key={each}>
          <button type="button" aria-current={each === step ? 'step' : undefined} onClick={() => onGo(each)}>
            {i + 1} {translate(`first-steps.step.${each}`)}
          </button>
        </li>
      ))}
    </ol>
  )
}
