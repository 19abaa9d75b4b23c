import { Languages, LayoutTemplate, Palette } from 'lucide-react'
import type { SettingsSectionId } from '../places.ts'
import { AppearanceSection } from './appearance-section.tsx'
import { LanguageSection } from './language-section.tsx'
import type { SettingsSection } from './section.ts'
import { TemplatesSection } from './templates-section.tsx'

/** What stands in each section of the settings: a section more is a file here, and its id in `places.ts`. */
export const SECTIONS: Readonly<Record<SettingsSectionId, SettingsSection>> = {
  templates: { icon: LayoutTemplate, Part: TemplatesSection },
  appearance: { icon: Palette, Part: AppearanceSection },
  language: { icon: Languages, Part: LanguageSection },
}
