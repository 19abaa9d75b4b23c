import { toIso } from '../../base/clock.ts'
import {
  formatOffset,
  formatOfficeTime,
  getOfficeDay,
  type NinjsArticle,
  type Zone,
} from '../formats/index.ts'
import { formatDayAndMonth, formatLongDate, getWeekday } from '../story/index.ts'

const ZONES = ['WIB', 'WITA', 'WIT'] as const

/** The zone an article was written in, by the offset of its times; WIB when they name none of Indonesia's. */
export function getZone(article: NinjsArticle): Zone {
  const zones = [article.contentCreated, article.versionCreated, article.firstCreated].map((time) =>
    ZONES.find((zone) => time?.endsWith(formatOffset(zone))),
  )
  return zones.find((zone) => zone !== undefined) ?? 'WIB'
}

/** The day an instant falls on in a zone, as `YYYY-MM-DD`. */
export function getLocalDay(instant: number, zone: Zone): string {
  return getOfficeDay(toIso(instant), zone)
}

/** `Kamis, 13 November 2025`. */
export function formatDay(instant: number, zone: Zone): string {
  return formatLongDate(getLocalDay(instant, zone))
}

/** `Kamis, 13 November 2025, pukul 17.10 WIB`. */
export function formatMoment(instant: number, zone: Zone): string {
  const [hour, minute] = formatLocalIso(instant, zone).slice(11, 16).split(':')
  return `${formatDay(instant, zone)}, pukul ${hour}.${minute} ${zone}`
}

/** The head of a day's list, from `YYYY-MM-DD`: the year only where it is not this one. */
export function formatDayHeading(day: string, today: string): string {
  return day.slice(0, 4) === today.slice(0, 4)
    ? `${getWeekday(day)}, ${formatDayAndMonth(day)}`
    : formatLongDate(day)
}

/** For a `datetime` attribute and feeds: RFC 3339 with the zone's own offset, to the second. */
export function formatLocalIso(instant: number, zone: Zone): string {
  return formatOfficeTime(toIso(instant), zone).replace(/\.\d{3}/, '')
}
