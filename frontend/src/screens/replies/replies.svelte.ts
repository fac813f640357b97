import * as bridge from '$lib/bridge/replies'
import type { Reply, Status } from '$lib/bridge/replies'
import { undoStep } from '$lib/bridge/shell'
import { background } from '$lib/shell/background.svelte'
import { attempt, notice } from '$lib/shell/notices'
import * as m from '$m'
import { itemsRead, itemsSaid } from './items'
import { stateName } from './words'

/** The answers of one status, the one that is open, and what a person says of it. */
export class Replies {
  status = $state<Status>('waiting')
  rows = $state.raw<Reply[]>([])
  counts = $state.raw<Record<Status, number>>({ waiting: 0, handled: 0, ignored: 0 })
  more = $state(false)
  loaded = $state(false)
  busy = $state(false)
  error = $state.raw<unknown>()
  selected = $state<number>()
  networks = $state.raw<string[]>([])
  /** What is said of each request of an email with several; requests that nothing is said of are not in it. */
  items = $state.raw<Record<number, string>>({})
  until = $state('')
  private turn = 0
  /** The answer that was led to: it stays in the list however old it is. */
  private pinned?: Reply

  open = $derived(this.rows.find((row) => row.id === this.selected))

  async load() {
    const turn = ++this.turn
    try {
      const page = await bridge.list(this.status, 0)
      if (turn !== this.turn) return
      this.take(page)
      const kept = this.pinned?.status === this.status && !page.rows.some((row) => row.id === this.pinned?.id)
      this.rows = kept && this.pinned ? [this.pinned, ...page.rows] : page.rows
      this.error = undefined
      if (!this.rows.some((row) => row.id === this.selected)) this.select(this.rows[0]?.id)
    } catch (error) {
      if (turn === this.turn) this.error = error
    } finally {
      this.loaded = true
    }
  }

  /** Shows one answer, whatever became of it: others lead here as to the evidence of what they say. */
  async reveal(id: number) {
    const reply = await attempt(() => bridge.get(id))
    if (!reply) return
    this.pinned = reply
    this.status = reply.status
    await this.load()
    this.select(id)
  }

  async next() {
    const last = this.rows.at(-1)
    if (!this.more || !last) return
    this.more = false
    const turn = this.turn
    const page = await attempt(() => bridge.list(this.status, last.id))
    if (!page || turn !== this.turn) return
    this.take(page)
    this.rows = [...this.rows, ...page.rows]
  }

  private take(page: bridge.Page) {
    this.counts = { waiting: page.waiting, handled: page.handled, ignored: page.ignored }
    this.more = page.more
  }

  show(status: Status) {
    this.pinned = undefined
    this.status = status
    this.selected = undefined
    this.loaded = false
    this.rows = []
    void this.load()
  }

  select(id: number | undefined) {
    this.selected = id
    const row = this.rows.find((one) => one.id === id)
    this.networks = row?.networks.filter((name) => name !== 'unspecified') ?? []
    this.items = row ? itemsRead(row) : {}
    this.until = row?.until ?? ''
  }

  move(by: number) {
    const at = this.rows.findIndex((row) => row.id === this.selected)
    const to = this.rows[Math.min(this.rows.length - 1, Math.max(0, at + by))]
    if (to) this.select(to.id)
  }

  toggleNetwork(id: string) {
    this.networks = this.networks.includes(id) ? this.networks.filter((one) => one !== id) : [...this.networks, id]
  }

  /** Says what the open answer means for one of its requests; '' says nothing of it. */
  say(request: number, state: string) {
    const { [request]: _, ...others } = this.items
    this.items = state === '' ? others : { ...others, [request]: state }
  }

  /** Records one state for the open answer as a whole, and goes on to the next one. */
  async decide(state: string) {
    const row = this.open
    if (!row) return
    const one = row.requests.length === 1 ? [row.requests[0]!.id] : []
    await this.record(row, {
      state,
      networks: state === 'shared' ? this.networks : [],
      until: state === 'paused' || state === 'deferred' ? this.until : '',
      requests: one,
      put: row.messageId === 0 ? (one[0] ?? 0) : 0,
      items: [],
    })
  }

  /** Records what was chosen for each request of the open answer, in one step. */
  async decideEach() {
    const row = this.open
    const items = Object.entries(this.items).map(([request, state]) => ({ request: Number(request), state }))
    if (!row || items.length === 0) return
    await this.record(row, {
      state: '',
      networks: items.some((item) => item.state === 'shared') ? this.networks : [],
      until: items.some((item) => item.state === 'deferred') ? this.until : '',
      requests: [],
      put: 0,
      items,
    })
  }

  private async record(row: Reply, decision: bridge.Decision) {
    if (this.busy || row.status !== 'waiting') return
    this.busy = true
    const step = await attempt(() => bridge.decide(row.id, decision))
    this.busy = false
    if (step === undefined) return
    this.pinned = undefined
    const state = decision.state === '' ? itemsSaid(row, this.items) : stateName(decision.state)
    notice(m.replies_done({ name: row.name || row.sender, state }), () => this.takeBack(step, row.id))
    const at = this.rows.indexOf(row)
    const follower = this.rows[at + 1] ?? this.rows[at - 1]
    await this.load()
    if (this.status === 'waiting')
      this.select(this.rows.some((one) => one.id === follower?.id) ? follower?.id : this.rows[0]?.id)
    background.changed()
  }

  /** Puts a handled answer before a person again: what followed from it is taken back. */
  async reopen() {
    const row = this.open
    if (!row || row.status === 'waiting') return
    const done = await attempt(async () => {
      await bridge.reopen(row.id)
      return true
    })
    if (!done) return
    notice(m.replies_reopened())
    this.pinned = undefined // it is no longer what it was
    background.changed()
    await this.load()
  }

  /** Says who wrote the open answer; where the address is kept as theirs, the answer is read again with that. */
  async assign(staffId: number, remember: boolean) {
    const row = this.open
    if (!row || this.busy) return
    this.busy = true
    await attempt(() => bridge.assign(row.id, staffId, remember))
    this.busy = false
    background.changed()
    await this.load()
  }

  /** Brings back what was decided, and shows it again: whoever takes a step back wants to see what it was about. */
  private async takeBack(step: number, id: number) {
    await undoStep(step)
    background.changed()
    await this.load()
    if (this.rows.some((row) => row.id === id)) this.select(id)
  }
}
