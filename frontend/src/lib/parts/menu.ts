import type { Icon } from './icon'

/** One line of a menu. */
export interface MenuItem {
  label: string
  icon?: Icon
  /** The key that does the same: shown, not bound. */
  keys?: string
  danger?: boolean
  disabled?: boolean
  /** Draws a tick: for choices. */
  checked?: boolean
  run: () => void
}

/** Groups of lines, with a rule between them. */
export type MenuGroups = MenuItem[][]

export const menuLook =
  'z-50 min-w-48 max-w-80 rounded-md border border-line bg-raised p-1 text-base text-ink shadow-pop'
export const itemLook =
  'flex min-h-7 items-center gap-2 rounded-sm px-2 py-1 outline-none data-highlighted:bg-hover data-disabled:opacity-50'
