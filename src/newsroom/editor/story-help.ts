import {
  findRule,
  getLastValues,
  readValue,
  suggestValues,
  type BlankFacts,
  type BlankRule,
  type House,
  type LastUsed,
  type StaffMember,
  type Typography,
  type Use,
} from '../house/index.ts'

/** What the desk around the editor knows beside the story: it helps to fill in blanks, names and places. */
export interface StoryHelp {
  /** The template that the story was started from. */
  readonly template: string | undefined
  readonly lastUsed: LastUsed
  /** The office's day, `YYYY-MM-DD`. */
  getToday(): string
  /** Hears what was used, to be remembered. */
  onUse(use: Use): void
  /** The house’s signs, for what is typed; null, or left out, leaves it as it is. Asked only where a sign was typed. */
  readonly getTypography?: () => Typography | null
  /** Whether the story’s address is known to the world: then it stays when the headline is changed. */
  readonly keepsSlug?: boolean
  /** Puts somebody into the staff directory; left out where that cannot be. */
  readonly onAddStaff?: ((member: StaffMember) => void) | undefined
}

/** Blanks as this house and this story fill them. */
export interface BlankGuide {
  getRule(label: string): BlankRule
  /** What may be meant, the likeliest first; with what is typed so far, only those that hold it. At most eight. */
  suggest(label: string, typed: string | null): readonly string[]
  /** What is typed, in the form that the blank's rule asks for. */
  readValue(label: string, typed: string): string
}

const SUGGESTIONS = 8

/** Puts together what is known about blanks. */
export function createBlankGuide(
  house: Pick<House, 'templates' | 'staff' | 'dateline'>,
  help: StoryHelp,
): BlankGuide {
  const getRule = (label: string) => findRule(house.templates, help.template, label)
  const getFacts = (label: string): BlankFacts => ({
    staff: house.staff,
    places: house.dateline.places,
    last: getLastValues(help.lastUsed, label),
    today: help.getToday(),
  })
  return {
    getRule,
    suggest(label, typed) {
      const query = typed?.toLowerCase() ?? ''
      return suggestValues(getRule(label), getFacts(label))
        .filter((value) => value !== typed && value.toLowerCase().includes(query))
        .slice(0, SUGGESTIONS)
    },
    readValue: (label, typed) => readValue(getRule(label), typed, getFacts(label)),
  }
}
