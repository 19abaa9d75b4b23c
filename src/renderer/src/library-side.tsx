import type { RefObject } from 'react'
import { Library, type LibraryWish } from '../../newsroom/drafts/ui/index.ts'
import { startDraftCommand } from './commands/start-draft.ts'
import { startFromTemplateCommand } from './commands/start-from-template.ts'
import type { Desk } from './desk.ts'
import { useMass } from './mass/use-mass.ts'
import { LibraryRail } from './library-rail.tsx'
import { SettingsButton } from './settings-button.tsx'

/** The library at the left of the desk, with its rail on a narrow window. */
export function LibrarySide(props: {
  readonly desk: Desk
  readonly library: { readonly isRailed: boolean; readonly wish: LibraryWish | null }
  readonly searchRef: RefObject<HTMLInputElement | null>
  readonly selected: string | null
  /** Whether the list may be read now: the story comes first. */
  readonly isDue: boolean
  readonly onOutbox: () => void
}) {
  const { desk, library, searchRef, selected, isDue, onOutbox } = props
  const { client, house, places, isReadOnly } = desk
  const mass = useMass(desk)
  const common = {
    isReadOnly,
    tools: <SettingsButton onPress={() => places.toggleView('settings')} />,
    onNew: () => desk.run(startDraftCommand.run),
    onTemplate: () => desk.run(startFromTemplateCommand.run),
  }
  return (
    <>
      {library.isRailed ? (
        <LibraryRail
          {...common}
          onOpen={places.toggleLibrary}
          onSearch={places.focusSearch}
          onOutbox={onOutbox}
        />
      ) : null}
      <Library
        {...common}
        client={client}
        house={house}
        selected={selected}
        onSelect={places.select}
        searchRef={searchRef}
        isDue={isDue}
        mass={mass}
        wish={library.wish}
      />
    </>
  )
}
