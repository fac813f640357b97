import { choices, exportReport, view, type Choices, type Filter, type View } from '$lib/bridge/results'
import { chooseSave } from '$lib/bridge/files'
import { look } from '$lib/shell/look.svelte'
import { attempt, notice } from '$lib/shell/notices'
import * as m from '$m'
import { daysOf, type Period } from './period'

export type Tab = 'overview' | 'ledger' | 'referrals' | 'pages'
const nothing: Filter = {
  from: '',
  to: '',
  campaign: 0,
  objective: '',
  topic: 0,
  department: '',
  network: '',
  language: '',
}

/** What the screen looks at, and what there is to see. */
export class Results {
  filter = $state<Filter>({ ...nothing, ...daysOf('twelve') })
  period = $state<Period>('twelve')
  view = $state.raw<View>()
  choices = $state.raw<Choices>()
  error = $state.raw<unknown>()
  busy = $state(false)
  exporting = $state(false)
  private asked = 0

  load = async () => {
    const ask = ++this.asked
    this.busy = true
    try {
      const [seen, options] = await Promise.all([view({ ...this.filter }, look.language), choices(look.language)])
      // An answer that a newer question overtook is thrown away.
      if (ask !== this.asked) return
      this.view = seen
      this.choices = options
      this.error = undefined
    } catch (error) {
      if (ask === this.asked) this.error = error
    } finally {
      if (ask === this.asked) this.busy = false
    }
  }

  choosePeriod = (period: Period) => {
    this.period = period
    if (period !== 'own') Object.assign(this.filter, daysOf(period))
  }

  clear = () => {
    this.filter = { ...nothing, ...daysOf('twelve') }
    this.period = 'twelve'
  }

  /** How many filters beside the period are on. */
  narrowed = $derived(
    [
      this.filter.campaign,
      this.filter.objective,
      this.filter.topic,
      this.filter.department,
      this.filter.network,
      this.filter.language,
    ].filter(Boolean).length,
  )

  save = async (format: string) => {
    const path = await attempt(() =>
      chooseSave(m.results_export(), `relais-${this.view?.to ?? ''}.${format}`, [
        { name: format.toUpperCase(), pattern: `*.${format}` },
      ]),
    )
    if (!path) return
    this.exporting = true
    const done = await attempt(async () => {
      await exportReport({ ...this.filter }, format, look.language, path)
      return true
    })
    this.exporting = false
    if (done) notice(m.results_exported())
  }
}
