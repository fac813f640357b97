/** The periods that one click chooses. */
export type Period = 'month' | 'quarter' | 'year' | 'twelve' | 'all' | 'own'

const write = (date: Date) =>
  `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, '0')}-${String(date.getDate()).padStart(2, '0')}`

/** First and last day of a period that ends today or with this month, quarter or year; '' is open. */
export function daysOf(period: Period, today = new Date()): { from: string; to: string } {
  const [year, month] = [today.getFullYear(), today.getMonth()]
  const span = (from: Date, to: Date) => ({ from: write(from), to: write(to) })
  switch (period) {
    case 'month':
      return span(new Date(year, month, 1), new Date(year, month + 1, 0))
    case 'quarter': {
      const first = month - (month % 3)
      return span(new Date(year, first, 1), new Date(year, first + 3, 0))
    }
    case 'year':
      return span(new Date(year, 0, 1), new Date(year, 12, 0))
    case 'twelve':
      return span(new Date(year, month - 11, 1), new Date(year, month + 1, 0))
    default:
      return { from: '', to: '' }
  }
}
