import type { House } from '../house/index.ts'

/** Indonesia's zones by name. None has summer time, so that no database of time zones is needed. */
export type Zone = House['organisation']['zone']

const HOURS: Readonly<Record<Zone, number>> = { WIB: 7, WITA: 8, WIT: 9 }

/** The offset of a zone as RFC 3339 writes it: `+07:00`. */
export function formatOffset(zone: Zone): string {
  return `+0${HOURS[zone]}:00`
}

/** An instant, ISO 8601 in UTC, by the zone's clock: `2025-11-13T17:10:00.250+07:00`. Anything else throws a RangeError. */
export function formatOfficeTime(instant: string, zone: Zone): string {
  const shifted = new Date(Date.parse(instant) + HOURS[zone] * 3_600_000)
  return shifted.toISOString().replace('Z', formatOffset(zone))
}

/** The day an instant falls on by the zone's clock, as `YYYY-MM-DD`. */
export function getOfficeDay(instant: string, zone: Zone): string {
  return formatOfficeTime(instant, zone).slice(0, 10)
}

/** The first moment of a day, given as `YYYY-MM-DD`, by the zone's clock. */
export function formatMidnight(date: string, zone: Zone): string {
  return `${date}T00:00:00${formatOffset(zone)}`
}
