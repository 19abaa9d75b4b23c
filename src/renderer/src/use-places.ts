import { useMemo, useRef, useState } from 'react'
import type { LibraryWish } from '../../newsroom/drafts/ui/index.ts'
import {
  SETTINGS_SECTIONS,
  type InspectorTab,
  type Overlay,
  type Places,
  type SettingsSectionId,
  type View,
} from './places.ts'
import { leaveFocus } from './view/use-focus-mode.ts'
import { changeWritingView } from './view/writing-view.ts'
import { useLibraryFold } from './use-library-fold.ts'
import { useSelection } from './use-selection.ts'

/** Where the person is on the desk, and the ways from there. `first` is what stands there while no story is asked for. */
export function usePlaces(first: View) {
  const [selected, setSelected] = useSelection()
  const [view, setView] = useState<View>(selected === null ? first : 'story')
  const [section, setSection] = useState<SettingsSectionId>(SETTINGS_SECTIONS[0])
  const [revision, setRevision] = useState(1)
  const [tab, setTab] = useState<InspectorTab>('publish')
  const [overlay, setOverlay] = useState<Overlay | null>(null)
  const { open, close, toggle, ...library } = useLibraryFold(selected !== null || view !== 'story')
  const { wish, searchRef, ways } = useLibraryWays(open)
  const places = useMemo<Places>(
    () => ({
      ...ways,
      select(id) {
        setSelected(id)
        setView('story')
        close()
      },
      leave: (id) => setSelected((shown) => (shown === id ? null : shown)),
      toggleView: (asked) => setView((shown) => (shown === asked ? 'story' : asked)),
      showSettings(asked) {
        if (asked !== undefined) setSection(asked)
        setView('settings')
      },
      compare(asked) {
        setRevision(asked)
        setView('compare')
      },
      showTab(asked) {
        changeWritingView({ isFocused: false, isPreviewed: false, isInspectorOver: true })
        setTab(asked)
      },
      toggleLibrary() {
        leaveFocus()
        toggle()
      },
      showOverlay: setOverlay,
    }),
    [ways, setSelected, close, toggle],
  )
  const compared = { revision, onClose: () => setView('story') }
  const isStory = view === 'story' || view === 'compare'
  return {
    selected,
    view,
    isStory,
    section,
    compared,
    tab,
    overlay,
    library: { ...library, wish },
    searchRef,
    places,
  }
}

/** The ways into the library: what it is asked to show, and the field that it is searched with. */
function useLibraryWays(open: () => void) {
  const [wish, setWish] = useState<LibraryWish | null>(null)
  const searchRef = useRef<HTMLInputElement>(null)
  const ways = useMemo<Pick<Places, 'showTrash' | 'focusSearch'>>(
    () => ({
      showTrash() {
        leaveFocus()
        open()
        setWish({ status: 'trashed' })
      },
      focusSearch() {
        leaveFocus()
        open()
        // The field can be focused once the library is shown.
        requestAnimationFrame(() => searchRef.current?.focus())
      },
    }),
    [open],
  )
  return { wish, searchRef, ways }
}
