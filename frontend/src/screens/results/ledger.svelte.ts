import { ledger, type Filter, type ShareLine } from '$lib/bridge/results'
import { look } from '$lib/shell/look.svelte'

const page = 100

/** The shares that a filter and a few words let through, page by page. */
export class Lines {
  rows = $state.raw<ShareLine[]>([])
  loaded = $state(false)
  busy = $state(false)
  error = $state.raw<unknown>()
  private more = true
  private asked = 0

  load = async (filter: Filter, state: string, words: string, onward = false) => {
    if (onward && (!this.more || this.busy)) return
    const ask = ++this.asked
    this.busy = true
    const last = onward ? this.rows.at(-1) : undefined
    try {
      const query = {
        filter: { ...filter },
        postId: 0,
        staffId: 0,
        state,
        words,
        before: last?.sharedOn ?? '',
        beforeId: last?.id ?? 0,
      }
      const lines = await ledger(query, look.language)
      if (ask !== this.asked) return
      this.rows = onward ? [...this.rows, ...lines] : lines
      this.more = lines.length === page
      this.loaded = true
      this.error = undefined
    } catch (error) {
      if (ask === this.asked) this.error = error
    } finally {
      if (ask === this.asked) this.busy = false
    }
  }
}
