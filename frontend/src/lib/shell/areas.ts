import * as m from '$m'
import type { Icon } from '$lib/parts'
import ChartColumn from '@lucide/svelte/icons/chart-column'
import Inbox from '@lucide/svelte/icons/inbox'
import LibraryIcon from '@lucide/svelte/icons/library'
import PenLine from '@lucide/svelte/icons/pen-line'
import Send from '@lucide/svelte/icons/send'
import Settings from '@lucide/svelte/icons/settings'
import Sun from '@lucide/svelte/icons/sun'
import Users from '@lucide/svelte/icons/users'

/** The screens, in the order of the side bar. */
export const areas = ['today', 'library', 'posts', 'send', 'replies', 'staff', 'results', 'settings'] as const
export type Area = (typeof areas)[number]

export const areaIcons: Record<Area, Icon> = {
  today: Sun,
  library: LibraryIcon,
  posts: PenLine,
  send: Send,
  replies: Inbox,
  staff: Users,
  results: ChartColumn,
  settings: Settings,
}

export const areaNames: Record<Area, () => string> = {
  today: m.shell_today,
  library: m.shell_library,
  posts: m.shell_posts,
  send: m.shell_send,
  replies: m.shell_replies,
  staff: m.shell_staff,
  results: m.shell_results,
  settings: m.shell_settings,
}

export const isArea = (word: string): word is Area => (areas as readonly string[]).includes(word)
