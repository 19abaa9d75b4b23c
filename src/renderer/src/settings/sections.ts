import {
  BookA,
  Building2,
  HardDrive,
  Languages,
  LayoutTemplate,
  Palette,
  Tags,
  UserRound,
  Users,
} from 'lucide-react'
import type { SettingsSectionId } from '../places.ts'
import { AppearanceSection } from './appearance-section.tsx'
import { CategoriesSection } from './categories-section.tsx'
import { LanguageSection } from './language-section.tsx'
import { OfficeSection } from './office-section.tsx'
import { PersonSection } from './person-section.tsx'
import type { SettingsSection } from './section.ts'
import { StaffSection } from './staff-section.tsx'
import { StorageSection } from './storage-section.tsx'
import { TemplatesSection } from './templates-section.tsx'
import { WordsSection } from './words-section.tsx'

/** What stands in each section of the settings: a section more is a file here, and its id in `places.ts`. */
export const SECTIONS: Readonly<Record<SettingsSectionId, SettingsSection>> = {
  person: { icon: UserRound, Part: PersonSection },
  office: { icon: Building2, Part: OfficeSection },
  staff: { icon: Users, Part: StaffSection },
  templates: { icon: LayoutTemplate, Part: TemplatesSection },
  categories: { icon: Tags, Part: CategoriesSection },
  words: { icon: BookA, Part: WordsSection },
  appearance: { icon: Palette, Part: AppearanceSection },
  language: { icon: Languages, Part: LanguageSection },
  storage: { icon: HardDrive, Part: StorageSection },
}
