import { untrack } from 'svelte'
import { router } from './router.svelte'

/**
 * Runs the step of a screen that the address asks for (`?do=add`), once: so that the palette reaches it from anywhere.
 * Called while the screen is set up.
 */
export function asked(area: string, steps: Record<string, () => void>): void {
  $effect(() => {
    const { area: at, path, query } = router.place
    const step = steps[query.do ?? '']
    if (at !== area || !step) return
    router.replace(area, path, { ...query, do: undefined })
    untrack(step)
  })
}
