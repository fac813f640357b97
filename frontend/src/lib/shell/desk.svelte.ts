import { hasBackend } from '$lib/bridge/call'
import { start } from '$lib/bridge/start'
import { overview, type Overview } from '$lib/bridge/today'
import type { Area } from './areas'
import { background } from './background.svelte'

/** What the side bar and Today know about the whole: the company's name, and what needs a person where. */
class Desk {
  overview = $state.raw<Overview>()
  error = $state.raw<unknown>()
  private wasShown = false
  company = $derived(this.overview?.company ?? '')
  counts = $derived<Partial<Record<Area, number>>>({
    library: this.overview?.newArticles ?? 0,
    posts: this.overview?.draftsToApprove ?? 0,
    replies: this.overview?.repliesToReview ?? 0,
    send: this.overview?.mailStuck ?? 0,
  })

  /** Why nothing is sent from this copy of the workspace. */
  copy = $derived(this.overview?.copy?.code ? this.overview.copy : undefined)

  /** Nothing is known yet of the company: the welcome comes first. */
  bare = $derived.by(() => {
    const now = this.overview
    return now !== undefined && !now.welcomed && !now.company && now.staff === 0 && now.sources === 0
  })

  constructor() {
    if (typeof document !== 'undefined') this.overview = start().overview
  }

  start(): () => void {
    if (!this.overview) void this.refresh()
    return background.on(() => void this.refresh())
  }

  /** Today is shown: the first time as the window gave it, later as it is by then, whatever was done meanwhile. */
  shown() {
    if (this.wasShown) void this.refresh()
    this.wasShown = true
  }

  async refresh() {
    if (!hasBackend()) return
    try {
      this.overview = await overview()
      this.error = undefined
    } catch (error) {
      this.error = error
    }
  }
}

export const desk = new Desk()
