import type { HouseProblem } from './house-check.ts'
import { findMemberProblems, isInitials } from './house-check.ts'
import { STAFF_ROLES, type StaffMember, type StaffRole } from './staff.ts'

/** A row of a spreadsheet as somebody on the staff, and why they cannot be added, if they cannot. */
export interface StaffRow {
  /** From 1, as pasted. */
  readonly line: number
  readonly member: StaffMember
  readonly problem: HouseProblem | null
}

type Column = 'initials' | 'name' | 'roles' | 'from' | 'to'

/** What a column may be called, in both languages. */
const HEADINGS: Readonly<Record<Column, readonly string[]>> = {
  initials: ['inisial', 'initials', 'paraf', 'kode'],
  name: ['nama', 'nama lengkap', 'name', 'full name'],
  roles: ['peran', 'tugas', 'jabatan', 'role', 'roles'],
  from: ['dari', 'mulai', 'sejak', 'from'],
  to: ['sampai', 'hingga', 'selesai', 'to', 'until'],
}
const COLUMNS = ['initials', 'name', 'roles', 'from', 'to'] as const

const ROLE_WORDS: Readonly<Record<StaffRole, readonly string[]>> = {
  writer: ['penulis', 'writer', 'reporter', 'wartawan'],
  editor: ['editor', 'redaktur', 'penyunting'],
  photographer: ['fotografer', 'photographer', 'foto', 'juru foto'],
}

/**
 * Reads rows that were copied from a spreadsheet: initials, name, roles, first day, last day, in this order or in that of
 * a heading row. Cells are parted by tabs, without any by semicolons, else by commas. Nobody is in it twice: initials
 * that are on the staff already, or further up, are a problem of their row.
 */
export function parseStaffRows(text: string, staff: readonly StaffMember[]): readonly StaffRow[] {
  const parting = ['\t', ';'].find((each) => text.includes(each)) ?? ','
  const lines = text.split(/\r\n|\r|\n/).map((line) => line.split(parting).map(readCell))
  const columns = readHeading(lines.find((cells) => cells.some((cell) => cell !== '')) ?? [])
  const order = columns ?? guessOrder(lines)
  const rows: StaffRow[] = []
  let isHeadingDue = columns !== null
  for (const [i, cells] of lines.entries()) {
    if (cells.every((cell) => cell === '')) continue
    if (isHeadingDue) {
      isHeadingDue = false
      continue
    }
    const { member, badDate } = readMember(cells, order)
    const others = [...staff, ...rows.map((row) => row.member)]
    const problem = badDate ?? findMemberProblems(member, others, 'row')[0] ?? null
    rows.push({ line: i + 1, member, problem })
  }
  return rows
}

/** A cell without the quotes that spreadsheets put around text. */
function readCell(cell: string): string {
  return cell
    .trim()
    .replace(/^"(.*)"$/s, '$1')
    .trim()
}

/** The columns by their headings; null when this is no heading row. */
function readHeading(cells: readonly string[]): readonly (Column | null)[] | null {
  const columns = cells.map(
    (cell) => COLUMNS.find((column) => HEADINGS[column].includes(cell.toLowerCase())) ?? null,
  )
  return columns.includes('initials') && columns.includes('name') ? columns : null
}

/** Initials first, unless it is plain that names are. */
function guessOrder(lines: readonly (readonly string[])[]): readonly Column[] {
  const rows = lines.filter((cells) => cells.some((cell) => cell !== ''))
  const isNameFirst = rows.every(([first = '', second = '']) => !isInitials(first) && isInitials(second))
  return isNameFirst ? ['name', 'initials', 'roles', 'from', 'to'] : COLUMNS
}

function readMember(cells: readonly string[], columns: readonly (Column | null)[]) {
  const get = (column: Column): string => cells[columns.indexOf(column)] ?? ''
  const from = readDate(get('from'))
  const to = readDate(get('to'))
  const badDate = (
    [
      ['from', from],
      ['to', to],
    ] as const
  )
    .filter(([, date]) => date === null)
    .map(([at]): HouseProblem => ({ at: `row.${at}`, reason: 'date-form', words: get(at) }))[0]
  const member: StaffMember = {
    initials: get('initials'),
    name: get('name'),
    roles: readRoles(get('roles')),
    ...(from === null || from === '' ? {} : { from }),
    ...(to === null || to === '' ? {} : { to }),
  }
  return { member, badDate }
}

/** Roles by their words. Whoever has none that we know writes. */
function readRoles(cell: string): readonly StaffRole[] {
  const words = cell
    .toLowerCase()
    .split(/[,/&+]| dan | and /)
    .map((word) => word.trim())
  const roles = STAFF_ROLES.filter((role) => words.some((word) => ROLE_WORDS[role].includes(word)))
  return roles.length === 0 ? ['writer'] : roles
}

/** A day as `YYYY-MM-DD`, from that form or from day, month, year; empty when there is none, null when it is no day. */
function readDate(cell: string): string | null {
  if (cell === '') return ''
  const iso = /^(\d{4})-(\d{2})-(\d{2})$/.exec(cell)
  const local = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(cell)
  const [year, month, day] = iso === null ? [local?.[3], local?.[2], local?.[1]] : [iso[1], iso[2], iso[3]]
  if (year === undefined || month === undefined || day === undefined) return null
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return new Date(`${date}T00:00:00Z`).toJSON()?.startsWith(date) === true ? date : null
}
