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
