/** What a Chart draws and its table tells: the same numbers. */
export interface ChartData {
  /** The x axis: already in the user's format. */
  labels: string[]
  series: { name: string; values: (number | null)[]; source?: 'declared' | 'estimated' | 'measured' }[]
}

export type ChartKind = 'bar' | 'stacked' | 'line' | 'rows'

/** Reads the colours of the theme that is on, for the canvas. */
export function chartColours(root: Element = document.documentElement) {
  const style = getComputedStyle(root)
  const token = (name: string) => style.getPropertyValue(name).trim()
  return {
    series: [1, 2, 3, 4, 5].map((index) => token(`--chart-${index}`)),
    grid: token('--chart-grid'),
    ink: token('--ink-soft'),
    paper: token('--raised'),
  }
}
