import type { LucideIcon } from '@lucide/svelte'

/** Any icon of @lucide/svelte. Import each from '@lucide/svelte/icons/NAME': the index would load all of them. */
export type Icon = LucideIcon
