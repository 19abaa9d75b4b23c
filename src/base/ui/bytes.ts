const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const

/** A size for people, in units of a thousand as disks are sold: `2,3 GB`. */
export function formatBytes(bytes: number, locale: 'id' | 'en'): string {
  let [value, unit] = [bytes, 0]
  while (value >= 999.5 && unit < UNITS.length - 1) {
    value /= 1000
    unit += 1
  }
  return new Intl.NumberFormat(locale === 'id' ? 'id-ID' : 'en-GB', {
    style: 'unit',
    unit: UNITS[unit] ?? 'byte',
    maximumFractionDigits: unit > 1 && value < 100 ? 1 : 0,
  }).format(value)
}
