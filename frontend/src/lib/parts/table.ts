/** One column of a Table. */
export interface Column<T> {
  id: string
  label: string
  /** CSS width of the column, such as '8rem' or 'minmax(12rem, 2fr)'. */
  width?: string
  align?: 'left' | 'right'
  /** Can be sorted by: a click on its head calls onsort. */
  sorts?: boolean
  /** Plain text of the cell, where no cell snippet draws it. */
  text?: (row: T) => string
}

export interface Sort {
  by: string
  down: boolean
}

/** What is ticked in a Table; the screen holds it. */
export interface Ticks<T> {
  /** The name of the box in the head, which ticks everything that matches. */
  label: string
  rowLabel: (row: T) => string
  has: (row: T) => boolean
  set: (rows: T[], on: boolean) => void
  all: boolean
  some: boolean
  setAll: (on: boolean) => void
}
