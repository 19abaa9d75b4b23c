import type { NinjsArticle } from '../../newsroom/formats/index.ts'
import { formatDayAndMonth, formatLongDate, getWeekday } from '../../newsroom/story/index.ts'

/** Indonesia's zones by name. None keeps summer time. */
export type Zone = 'WIB' | 'WITA' | 'WIT'

const OFFSET: Readonly<Record<Zone, string>> = { WIB: '+07:00', WITA: '+08:00', WIT: '+09:00' }
const HOUR = 3_600_000

/** The zone an article was written in, by the offset of its times; WIB when they name none of Indonesia's. */
export function getZone(article: NinjsArticle): Zone {
  const times = [article.contentCreated, article.versionCreated, article.firstCreated]
  for (const time of times) {
    for (const zone of ['WIB', 'WITA', 'WIT'] as const) if (time?.endsWith(OFFSET[zone]) === true) return zone
  }
  return 'WIB'
}

/** The day an instant falls on in a zone, as `YYYY-MM-DD`. */
export function getLocalDay(instant: number, zone: Zone): string {
  return shift(instant, zone).slice(0, 10)
}

/** `Kamis, 13 November 2025`. */
export function formatDay(instant: number, zone: Zone): string {
  return formatLongDate(getLocalDay(instant, zone))
}

/** `Kamis, 13 November 2025, pukul 17.10 WIB`. */
export function formatMoment(instant: number, zone: Zone): string {
  return `${formatDay(instant, zone)}, pukul ${shift(instant, zone).slice(11, 16).replace(':', '.')} ${zone}`
}

/** The head of a day's list, from `YYYY-MM-DD`: the year only where it is not this one. */
export function formatDayHeading(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4)
    ? `${getWeekday(day)}, ${formatDayAndMonth(day)}`
    : formatLongDate(day)
}

/** For a `datetime` attribute and feeds: RFC 3339 with the zone's own offset. */
export function formatLocalIso(instant: number, zone: Zone): string {
  return `${shift(instant, zone).slice(0, 19)}${OFFSET[zone]}`
}

/** An instant as if the zone's wall clock were UTC. */
function shift(instant: number, zone: Zone): string {
  return new Date(instant + Number(OFFSET[zone].slice(1, 3)) * HOUR).toISOString()
}
