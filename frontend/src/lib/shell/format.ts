import { look } from './look.svelte'

// Dates, numbers and lists in the person's own way of writing them. Times arrive as RFC 3339, calendar dates as
// YYYY-MM-DD; '' means none.

/** An empty text for what is missing, so that a cell stays empty instead of saying 'Invalid Date'. */
function read(value: string): Date | undefined {
  if (!value) return undefined
  // A bare date is a day on the calendar, not midnight in Greenwich.
  const date = /^\d{4}-\d{2}-\d{2}$/.test(value) ? new Date(`${value}T12:00:00`) : new Date(value)
  return Number.isNaN(date.getTime()) ? undefined : date
}

/** A day in the language of the window. French counts the first of a month, '1er déc.', which Intl does not do. */
function written(date: Date | undefined, options: Intl.DateTimeFormatOptions): string {
  if (!date) return ''
  if (look.language === 'en') return date.toLocaleString('en-GB', options)
  return date.toLocaleString('fr', options).replace(/(?<!\d)1(?=\s\p{L})/u, '1er')
}

export const number = (value: number, options?: Intl.NumberFormatOptions) =>
  new Intl.NumberFormat(look.language, options).format(value)
/** 0.153 → '15 %'. */
export const percent = (value: number, digits = 0) => number(value, { style: 'percent', maximumFractionDigits: digits })
/** 12 400 → '12 k'. */
export const compact = (value: number) => number(value, { notation: 'compact', maximumFractionDigits: 1 })
export const money = (value: number, currency = 'EUR') =>
  number(value, { style: 'currency', currency, maximumFractionDigits: 0 })
/** '14 Nov 2026', '14 nov. 2026'. */
export const day = (value: string) => written(read(value), { day: 'numeric', month: 'short', year: 'numeric' })
/** 'Saturday 14 November', 'samedi 14 novembre'. */
export const longDay = (date: Date) => written(date, { weekday: 'long', day: 'numeric', month: 'long' })
/** '14 Nov', for charts and lists of this year. */
export const shortDay = (value: string) => written(read(value), { day: 'numeric', month: 'short' })
export const dayAndTime = (value: string) => written(read(value), { dateStyle: 'medium', timeStyle: 'short' })
export const list = (items: string[]) => new Intl.ListFormat(look.language, { type: 'conjunction' }).format(items)
/** 1536 → '1.5 kB'. */
export function bytes(value: number): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const
  const at = Math.min(units.length - 1, value < 1 ? 0 : Math.floor(Math.log10(value) / 3))
  return number(value / 1000 ** at, {
    style: 'unit',
    unit: units[at] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: at === 0 ? 0 : 1,
  })
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600_000],
  ['month', 2_629_800_000],
  ['week', 604_800_000],
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
]

/** 'yesterday', '3 days ago', 'in 2 weeks'. */
export function ago(value: string, now: number = Date.now()): string {
  const date = read(value)
  if (!date) return ''
  const away = date.getTime() - now
  const words = new Intl.RelativeTimeFormat(look.language, { numeric: 'auto' })
  for (const [unit, length] of steps) {
    // What was read in the morning of yesterday is of yesterday, however many hours ago that is.
    if (Math.abs(away) >= length)
      return words.format(unit === 'day' ? daysBetween(now, date.getTime()) : Math.round(away / length), unit)
  }
  return words.format(0, 'second')
}

/** Days on the calendar from one moment to another, whatever the hour and whatever the clocks did between. */
function daysBetween(from: number, to: number): number {
  const midnight = (time: number) => {
    const date = new Date(time)
    return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
  }
  return Math.round((midnight(to) - midnight(from)) / 86_400_000)
}
