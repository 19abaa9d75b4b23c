import { useState } from 'react'
import type { Dateline } from '../../story/index.ts'
import { findDatelineProblem } from '../dateline-form.ts'
import { useEditorView, useViewState } from './editor-context.ts'
import { ChipFormFrame, SuggestField, type Suggestion } from './form-parts.tsx'
import type { ChipFormProps } from './use-chip-form.ts'

/** The dateline's form: a place and a site, from the house or free. What reads back is set at once. */
export function DatelineForm({ step, anchor, onClose, onLeave }: ChipFormProps) {
  const { core, house, translate, help } = useEditorView()
  const current = useViewState('dateline')
  const [values, setValues] = useState<Dateline>(current ?? { place: '', site: '' })
  const problem = findDatelineProblem(values, house.dateline.pattern)
  const { places } = house.dateline

  function change(next: Dateline): void {
    setValues(next)
    if (findDatelineProblem(next, house.dateline.pattern) === null) core.fields.setDateline(next, step)
  }
  function getProblem(field: keyof Dateline): string | null {
    const isShown = problem?.field === field && (problem.reason === 'unreadable' || current !== null)
    return isShown ? translate(`editor.problem-${field}-${problem.reason}`) : null
  }
  const field = (name: keyof Dateline) => ({
    value: values[name],
    problem: getProblem(name),
    suggestions: suggest(
      places.map((each) => each[name]),
      values[name],
    ),
    suggestionsLabel: translate('editor.suggestions'),
    onChange: (value: string) => change({ ...values, [name]: value }),
  })
  return (
    <ChipFormFrame
      label={translate('editor.dateline')}
      anchor={anchor}
      onClose={onClose}
      help={translate('editor.form-help')}
      done={translate('editor.form-done')}
      remove={current === null ? null : translate('editor.dateline-remove')}
      onDone={() => {
        if (problem !== null && current !== null) return
        if (current !== null) help.onUse({ dateline: current })
        onLeave()
      }}
      onCancel={() => {
        core.fields.cancel(step)
        onLeave()
      }}
      onRemove={() => {
        core.fields.setDateline(null, step)
        onLeave()
      }}
    >
      <SuggestField
        {...field('place')}
        label={translate('editor.dateline-place')}
        autoFocus
        onChoose={(place) => change({ place, site: findSite(places, place) ?? values.site })}
      />
      <SuggestField {...field('site')} label={translate('editor.dateline-site')} />
    </ChipFormFrame>
  )
}

/** Those that hold what is typed; all of them when what is typed is one of them. */
function suggest(values: readonly string[], typed: string): readonly Suggestion[] {
  const query = values.includes(typed) ? '' : typed.toLowerCase()
  const fitting = [...new Set(values)].filter((value) => value.toLowerCase().includes(query))
  return fitting.map((value) => ({ value, content: value }))
}

function findSite(places: readonly Dateline[], place: string): string | null {
  return places.find((each) => each.place === place)?.site ?? null
}
