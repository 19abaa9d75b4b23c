import { useEffect } from 'react'
import { useTexts } from '../../../base/ui/texts.tsx'
import type { Desk } from '../desk.ts'
import { WidePage } from '../page/wide-page.tsx'
import { SETTINGS_SECTIONS, type SettingsSectionId } from '../places.ts'
import { SECTIONS } from './sections.ts'
import './settings.css'

export interface SettingsPaneProps {
  readonly desk: Desk
  readonly section: SettingsSectionId
}

/** The page of settings, over the whole desk: its sections at the left, the one that was chosen beside them. */
export function SettingsPane({ desk, section }: SettingsPaneProps) {
  const { translate } = useTexts()
  const { Part } = SECTIONS[section]
  useNewestHouse(desk)
  return (
    <WidePage
      label={translate('app.settings')}
      waysLabel={translate('settings.sections')}
      ways={<Ways desk={desk} section={section} />}
      onBack={() => desk.places.toggleView('settings')}
    >
      <div className="settings-section">
        <h1>{translate(`settings.section.${section}`)}</h1>
        <Part key={section} desk={desk} />
      </div>
    </WidePage>
  )
}

/** The house's file is a person's to edit, too: whoever comes to change something sees it as it is now. */
function useNewestHouse({ client }: Desk): void {
  useEffect(() => {
    const readAnew = () => {
      // What comes of it is told by an event; a host that is gone is said on the status line.
      client.house.read().catch(() => undefined)
    }
    readAnew()
    window.addEventListener('focus', readAnew)
    return () => window.removeEventListener('focus', readAnew)
  }, [client])
}

function Ways({ desk: { places }, section }: SettingsPaneProps) {
  const { translate } = useTexts()
  return SETTINGS_SECTIONS.map((id) => {
    const { icon: Icon } = SECTIONS[id]
    return (
      <button
        key={id}
        type="button"
        className="wide-way"
        aria-current={id === section ? 'page' : undefined}
        // Whoever comes by the keyboard goes on from where the page is.
        autoFocus={id === section}
        onClick={() => places.showSettings(id)}
      >
        <Icon size={16} strokeWidth={1.6} aria-hidden />
        {translate(`settings.section.${id}`)}
      </button>
    )
  })
}
