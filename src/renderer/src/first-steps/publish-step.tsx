import { PenLine } from 'lucide-react'
import { useEffect, useId, useState } from 'react'
import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { AppClient } from '../../../bridge/index.ts'
import type { House } from '../../../newsroom/house/index.ts'
import type { Target } from '../../../newsroom/publish/index.ts'
import { writeFirstStory } from '../acts/first-steps.ts'
import { lookAround } from '../acts/samples.ts'
import { mayTakeFocus, type StepProps } from './step.ts'

const PLAIN = ''

/** Where stories go, and the first one: the desk is ready. */
export function PublishStep({ desk, foot }: StepProps) {
  const { translate } = useTexts()
  const { house, run, isReadOnly } = desk
  const targets = useTargets(desk.client)
  const [template, setTemplate] = useState(house.templates[0]?.id ?? PLAIN)
  return (
    <div className="first-steps-step">
      <div className="first-steps-ask settings-form">
        <h1>{translate('first-steps.publish')}</h1>
        <p className="first-steps-lead">{translate('first-steps.publish.lead')}</p>
        <TargetList targets={targets} />
        <p className="help">{translate('first-steps.publish.later')}</p>
        <TemplateField house={house} value={template} onChange={setTemplate} />
        {foot(
          <>
            <Button
              look="main"
              icon={<PenLine size={16} strokeWidth={1.6} />}
              autoFocus={mayTakeFocus()}
              isDisabled={isReadOnly}
              onPress={() => run(writeFirstStory(template === PLAIN ? null : template))}
            >
              {translate('first-steps.write')}
            </Button>
            <Button look="line" isDisabled={isReadOnly} onPress={() => run(lookAround)}>
              {translate('first-steps.samples')}
            </Button>
          </>,
        )}
      </div>
    </div>
  )
}

/** The places that stories go to, each with its address. */
function TargetList({ targets }: { readonly targets: readonly Target[] | null }) {
  const { translate } = useTexts()
  if (targets?.length === 0) return <p className="help">{translate('first-steps.publish.none')}</p>
  return (
    <ul className="settings-list" aria-label={translate('first-steps.publish.targets')}>
      {targets?.map((target) => (
        <li key={target.name} className="first-steps-target">
          <b>{isAtThisMachine(target) ? translate('first-steps.publish.local') : target.name}</b>
          <p className="help">
            {isAtThisMachine(target) ? translate('first-steps.publish.local.help') : null}{' '}
            <a href={target.url} target="_blank" rel="noreferrer">
              {target.url}
            </a>
          </p>
        </li>
      ))}
    </ul>
  )
}

function isAtThisMachine({ url }: Target): boolean {
  return /^http:\/\/127\.0\.0\.1(:|\/|$)/.test(url)
}

function TemplateField(props: {
  readonly house: House
  readonly value: string
  readonly onChange: (template: string) => void
}) {
  const id = useId()
  const { translate } = useTexts()
  return (
    <div className="field">
      <label htmlFor={id}>{translate('first-steps.template')}</label>
      <select
        id={id}
        className="input"
        value={props.value}
        onChange={({ target }) => props.onChange(target.value)}
      >
        {props.house.templates.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
        <option value={PLAIN}>{translate('templates.plain')}</option>
      </select>
    </div>
  )
}

/** The targets of the library; null while they are being asked for. */
function useTargets(client: AppClient): readonly Target[] | null {
  const [targets, setTargets] = useState<readonly Target[] | null>(null)
  useEffect(() => {
    // A host that is gone is said on the status line.
    client.publish.targets().then(setTargets, () => undefined)
  }, [client])
  return targets
}
