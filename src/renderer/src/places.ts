/** What stands in the middle of the desk. */
export type View =
  'story' | 'outbox' | 'templates' | 'recap' | 'settings' | 'help' | 'compare' | 'archive' | 'first-steps'

/** The sections of the settings, in their order. */
export const SETTINGS_SECTIONS = [
  'person',
  'office',
  'staff',
  'templates',
  'categories',
  'words',
  'appearance',
  'language',
  'storage',
] as const
export type SettingsSectionId = (typeof SETTINGS_SECTIONS)[number]

/** The tabs beside the story, in their order. */
export const INSPECTOR_TABS = ['details', 'photos', 'history', 'publish'] as const
export type InspectorTab = (typeof INSPECTOR_TABS)[number]

/** What lies over the desk until it is closed. */
export type Overlay = 'palette' | 'start' | 'shortcuts' | 'handover'

/** The ways between the places of the desk. */
export interface Places {
  /** Opens a draft in the place of whatever is shown. */
  select(id: string): void
  /** Shows a page in the place of the story, or the story again if it is shown already. */
  toggleView(view: View): void
  /** Shows the settings at a section, without one at the section that was shown last. */
  showSettings(section?: SettingsSectionId): void
  /** Shows what has changed in the open story since a kept revision. */
  compare(revision: number): void
  /** Shows the trash in the library. */
  showTrash(): void
  /** Closes a draft that is gone, if it is the one that is open. */
  leave(id: string): void
  showTab(tab: InspectorTab): void
  toggleLibrary(): void
  focusSearch(): void
  showOverlay(overlay: Overlay | null): void
}
