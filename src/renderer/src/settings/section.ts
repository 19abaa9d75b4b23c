import type { LucideIcon } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Desk } from '../desk.ts'

/** What every section of the settings works with. */
export interface SectionProps {
  readonly desk: Desk
}

/** A section of the settings. Its name is the text `settings.section.<id>`. */
export interface SettingsSection {
  readonly icon: LucideIcon
  readonly Part: (props: SectionProps) => ReactNode
}
