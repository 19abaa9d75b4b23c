import { useState, type RefObject } from 'react'
import { FieldError, Input, Label, Text, TextField } from 'react-aria-components'
import { useTexts } from '../../../base/ui/texts.tsx'
import { checkLink, isBareLink, type LinkCheck } from '../link-check.ts'
import { dropTracking } from '../tracked-link.ts'
import { useEditorView } from './editor-context.ts'
import { FormPopover } from './form-popover.tsx'
import { $removeLinks, $setLink } from './lexical/link-commands.ts'

/** What a link's form begins with. */
export interface LinkValues {
  /** Empty where there is no link yet. */
  readonly address: string
  /** The words that readers see; null where they are a selected text, which stays. */
  readonly words: string | null
}

/** A link's address and its words; what is wrong with them, or could be better, is said while they are typed. */
export function LinkForm(props: {
  values: LinkValues
  anchor: RefObject<HTMLElement | null>
  onClose(): void
}) {
  const { core, translate } = useEditorView()
  const { address, words } = props.values
  const [typed, setTyped] = useState(address)
  const [text, setText] = useState(words)
  const [isAsked, setAsked] = useState(false)
  const check = checkLink(typed)

  function apply(change: () => void): void {
    core.editor.update(change)
    props.onClose()
  }
  function submit(): void {
    if (check.kind === 'ready') apply(() => $setLink(check.link, text))
    else setAsked(true)
  }
  return (
    <FormPopover label={translate('editor.link')} anchor={props.anchor} onClose={props.onClose}>
      <form
        className="editor-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <AddressField
          typed={typed}
          check={check}
          isAsked={isAsked}
          onChange={(value) => {
            setTyped(value)
            setAsked(false)
          }}
        />
        {text === null ? null : <WordsField words={text} check={check} onChange={setText} />}
        <div className="editor-acts">
          {address === '' ? null : (
            <button type="button" className="editor-btn is-danger" onClick={() => apply($removeLinks)}>
              {translate('editor.link-remove')}
            </button>
          )}
          <button type="submit" className="editor-btn is-soft">
            {translate('editor.link-set')}
          </button>
        </div>
      </form>
    </FormPopover>
  )
}

const PLAIN_FIELD = { spellCheck: false, autoCorrect: 'off', autoComplete: 'off' } as const

function AddressField(props: {
  typed: string
  check: LinkCheck
  isAsked: boolean
  onChange(value: string): void
}) {
  const { typed, check, onChange } = props
  const { translate } = useTexts()
  const isWrong =
    check.kind === 'refused' && (props.isAsked || check.reason === 'unsafe' || check.offer !== null)
  const isMissing = check.kind === 'empty' && props.isAsked
  return (
    <div className="editor-people">
      <TextField
        className="editor-field"
        value={typed}
        onChange={onChange}
        isInvalid={isWrong || isMissing}
        autoFocus
      >
        <Label>{translate('editor.link-address')}</Label>
        <Input className="editor-input" inputMode="url" {...PLAIN_FIELD} />
        {check.kind === 'ready' && check.isCompleted ? (
          <Text slot="description" className="editor-help">
            {translate('link.completed', { link: check.link })}
          </Text>
        ) : null}
        <FieldError className="editor-problem">
          {check.kind === 'refused'
            ? translate(`link.problem.${check.reason}`)
            : translate('link.problem.empty')}
        </FieldError>
      </TextField>
      {check.kind === 'refused' && check.offer !== null ? (
        <Offer
          words={translate('link.offer', { link: check.offer })}
          onTake={() => onChange(check.offer ?? typed)}
        />
      ) : null}
      {check.kind === 'ready' && check.tracking.length > 0 ? (
        <>
          <p className="editor-help">{translate('link.tracking', { names: check.tracking.join(', ') })}</p>
          <Offer words={translate('link.tracking-drop')} onTake={() => onChange(dropTracking(check.link))} />
        </>
      ) : null}
    </div>
  )
}

function WordsField(props: { words: string; check: LinkCheck; onChange(value: string): void }) {
  const { words, check, onChange } = props
  const { translate } = useTexts()
  const isBare = check.kind === 'ready' && isBareLink(words, check.link)
  return (
    <TextField className="editor-field" value={words} onChange={onChange}>
      <Label>{translate('link.words')}</Label>
      <Input className="editor-input" {...PLAIN_FIELD} />
      {isBare ? (
        <Text slot="description" className="editor-help">
          {translate('link.bare')}
        </Text>
      ) : null}
    </TextField>
  )
}

function Offer({ words, onTake }: { words: string; onTake(): void }) {
  return (
    <button type="button" className="editor-btn editor-add-person" onClick={onTake}>
      {words}
    </button>
  )
}
