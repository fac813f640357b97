import * as bridge from '$lib/bridge/replies'
import type { Reply, Status } from '$lib/bridge/replies'
import { undoStep } from '$lib/bridge/shell'
import { background } from '$lib/shell/background.svelte'
import { attempt, notice } from '$lib/shell/notices'
import * as m from '$m'
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
  requests = $state.raw<number[]>([])
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
    this.requests = row && row.requests.length === 1 ? [row.requests[0]!.id] : []
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

  toggleRequest(id: number) {
    this.requests = this.requests.includes(id) ? this.requests.filter((one) => one !== id) : [...this.requests, id]
  }

  /** Records what a person says that the open answer means, and goes on to the next one. */
  async decide(state: string) {
    const row = this.open
    if (!row || this.busy || row.status !== 'waiting') return
    this.busy = true
    const step = await attempt(() =>
      bridge.decide(row.id, {
        state,
        networks: state === 'shared' ? this.networks : [],
        until: state === 'paused' || state === 'deferred' ? this.until : '',
        requests: this.requests,
        put: row.messageId === 0 ? (this.requests[0] ?? 0) : 0,
      }),
    )
    this.busy = false
    if (step === undefined) return
    notice(m.replies_done({ name: row.name || row.sender, state: stateName(state) }), () => this.takeBack(step))
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

  private async takeBack(step: number) {
    await undoStep(step)
    background.changed()
    await this.load()
  }
}
