import { hasOuterBlank, splitPattern } from './pattern.ts'
import type { CreditJoin, CreditLine, CreditNames, PhotoCredit } from './story.ts'

/** How a house prints its credit line: `({writers}/{editors}. Foto: {photo})`, and its word for the archive (`dok`). */
export interface CreditRule {
  readonly pattern: string
  readonly archive: string
}

type PrintedCredit = Omit<CreditLine, 'join'>

/** A credit line is looked for in this many characters before the end of a text. */
const REACH = 500
const INITIALS = /^\p{L}{2,5}$/u
const PARTED = { comma: ', ', slash: '/' } as const

/** Prints a credit line, without what joins it to the text before it. */
export function formatCreditLine(credit: PrintedCredit, rule: CreditRule): string {
  const { open, parting, photoLead, close } = readPattern(rule)
  const photo = credit.photo === null ? '' : photoLead + formatPhotoCredit(credit.photo, rule)
  return `${open}${formatNames(credit.writers)}${parting}${credit.editors.join(PARTED.comma)}${photo}${close}`
}

/** Reads a text that is a credit line and nothing else; null when it is not one. */
export function parseCreditLine(text: string, rule: CreditRule): PrintedCredit | null {
  const { open, parting, photoLead, close } = readPattern(rule)
  if (text.length < open.length + close.length || !text.startsWith(open) || !text.endsWith(close)) return null
  const inner = text.slice(open.length, text.length - close.length)
  const photoAt = inner.indexOf(photoLead)
  const people = parsePeople(photoAt < 0 ? inner : inner.slice(0, photoAt), parting)
  if (people === null) return null
  if (photoAt < 0) return { ...people, photo: null }
  const photo = parsePhotoCredit(inner.slice(photoAt + photoLead.length), rule)
  return photo === null ? null : { ...people, photo }
}

/**
 * Reads the credit line that a text ends with. `start` is where the text proper ends: before the joining space or line
 * break. A bracket that only happens to fit, `kerja sama (KPU/DPR)` glued to a word, is left alone.
 */
export function findCreditLine(text: string, rule: CreditRule): { credit: CreditLine; start: number } | null {
  const { open, close } = readPattern(rule)
  if (!text.endsWith(close)) return null
  const first = Math.max(0, text.length - REACH)
  for (let at = text.lastIndexOf(open); at >= first; at = at === 0 ? -1 : text.lastIndexOf(open, at - 1)) {
    const printed = parseCreditLine(text.slice(at), rule)
    const join = printed === null ? null : findJoin(text.slice(0, at))
    if (printed !== null && join !== null) {
      return { credit: { ...printed, join }, start: join === 'none' ? at : at - 1 }
    }
  }
  return null
}

/** Whether a credit line can be printed and read back as it is: what a form must refuse otherwise. */
export function isCreditLineValid(credit: PrintedCredit, rule: CreditRule): boolean {
  const back = parseCreditLine(formatCreditLine(credit, rule), rule)
  return back !== null && isSameCredit(back, credit)
}

function isSameCredit(a: PrintedCredit, b: PrintedCredit): boolean {
  const facts = ({ writers, editors, photo }: PrintedCredit) => JSON.stringify([writers, editors, photo])
  return facts(a) === facts(b)
}

function readPattern(rule: CreditRule): { open: string; parting: string; photoLead: string; close: string } {
  const placeholders = ['{writers}', '{editors}', '{photo}']
  const [open = '', parting = '', photoLead = '', close = ''] = splitPattern(rule.pattern, placeholders)
  return { open, parting, photoLead, close }
}

/** The last mark parts writers from editors: `rhd/awh/ed` has two writers and the desk. */
function parsePeople(text: string, parting: string): Pick<CreditLine, 'writers' | 'editors'> | null {
  const at = text.lastIndexOf(parting)
  if (at < 0) return null
  const writers = parseNames(text.slice(0, at))
  const editors = text.slice(at + parting.length).split(PARTED.comma)
  return writers !== null && editors.every(isInitials) ? { writers, editors } : null
}

function parsePhotoCredit(text: string, rule: CreditRule): PhotoCredit | null {
  const archive = `${rule.archive} `
  if (text.startsWith(archive)) {
    const organisation = text.slice(archive.length)
    return isOrganisation(organisation) ? { kind: 'archive', organisation } : null
  }
  const at = text.lastIndexOf('/')
  const organisation = text.slice(at + 1)
  const by = at < 0 ? null : parseNames(text.slice(0, at))
  return by !== null && isOrganisation(organisation) ? { kind: 'people', by, organisation } : null
}

function formatPhotoCredit(photo: PhotoCredit, rule: CreditRule): string {
  if (photo.kind === 'archive') return `${rule.archive} ${photo.organisation}`
  return `${formatNames(photo.by)}/${photo.organisation}`
}

function parseNames(text: string): CreditNames | null {
  for (const parting of ['comma', 'slash'] as const) {
    const initials = text.split(PARTED[parting])
    if (initials.every(isInitials)) return { initials, parting }
  }
  return null
}

function formatNames(names: CreditNames): string {
  return names.initials.join(PARTED[names.parting])
}

function isInitials(text: string): boolean {
  return INITIALS.test(text)
}

function isOrganisation(text: string): boolean {
  return text !== '' && !/[/\r\n]/.test(text) && !hasOuterBlank(text)
}

/** Only a blank, a closed sentence or a no-break space stands before a credit line; null for anything else. */
function findJoin(before: string): CreditJoin | null {
  if (before.endsWith(' ')) return 'space'
  if (before.endsWith('\n')) return 'line'
  return before === '' || /[.!?”"’')\u00a0]$/.test(before) ? 'none' : null
}
