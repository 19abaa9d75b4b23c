import { Button } from '../../../base/ui/button.tsx'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { Form } from './form-store.ts'

/** What ends a form of the settings: keep it, or give the changes up; and what to do when somebody else was there first. */
export function FormFoot<Values>(props: { readonly form: Form<Values>; readonly isReadOnly: boolean }) {
  const { form, isReadOnly } = props
  const { translate } = useTexts()
  return (
    <footer className="settings-foot">
      {form.isOutdated ? (
        <div className="settings-outdated" role="alert">
          <p>{translate('settings.outdated')}</p>
          <Button look="line" isSmall onPress={form.reset}>
            {translate('settings.outdated.newest')}
          </Button>
          <Button isSmall onPress={form.rebase}>
            {translate('settings.outdated.mine')}
          </Button>
        </div>
      ) : null}
      <span className="help">{form.isChanged ? translate('settings.unsaved') : ''}</span>
      <Button onPress={form.reset} isDisabled={!form.isChanged}>
        {translate('settings.reset')}
      </Button>
      <Button look="main" type="submit" isDisabled={isReadOnly || !form.isChanged || form.isOutdated}>
        {translate('settings.keep')}
      </Button>
    </footer>
  )
}
