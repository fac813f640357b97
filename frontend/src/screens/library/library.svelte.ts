import * as bridge from '$lib/bridge/library'
import type { Article, Filter, Overview, Row, State } from '$lib/bridge/library'
import { undoStep } from '$lib/bridge/shell'
import { background } from '$lib/shell/background.svelte'
import { attempt, notice } from '$lib/shell/notices'
import * as m from '$m'

/** A place in the list: its article once that page has come. */
export interface Slot {
  key: number
  row?: Row
}

/** What the list shows. */
export interface Place {
  state: string
  source: number
  topic: number
  kind: string
}

export const nowhere: Place = { state: 'inbox', source: 0, topic: 0, kind: '' }
const pageSize = 100
/** A place that has not been given a key yet. */
const nothing: Slot = { key: 0 }

const said: Record<string, (count: number) => string> = {
  kept: (count) => m.library_done_kept({ count }),
  discarded: (count) => m.library_done_discarded({ count }),
  archived: (count) => m.library_done_archived({ count }),
  inbox: (count) => m.library_done_inbox({ count }),
}

/** The library: what is beside the list, the list itself (any length, fetched where it is looked at), what is open. */
export class Library {
  place = $state.raw<Place>({ ...nowhere })
  query = $state('')
  overview = $state.raw<Overview>()
  slots = $state.raw<Slot[]>([])
  total = $state(0)
  many = $state(false)
  byRank = $state(false)
  loaded = $state(false)
  error = $state.raw<unknown>()
  selected = $state<number>()
  opened = $state.raw<Article>()
  marked = $state.raw(new Set<number>())

  /** Whether list and reader stand beside each other. */
  roomy = false

  /** Pages that are on their way. */
  private asked = new Set<number>()
  private turn = 0
  private opening = 0
  private toldAt = 0
  /** Changes when rows leave the list. */
  private shape = 0
  /** The next key of a place without a row. */
  private blank = -1
  /** The first and the last row that are drawn. */
  private sight: [number, number] = [0, 0]
  private looking: ReturnType<typeof setTimeout> | undefined

  filter(): Filter {
    const { state, source, topic, kind } = this.place
    // Words search the whole library, whatever place was open; a source or topic still narrows them.
    return { state: this.query.trim() ? '' : state, source, topic, kind, query: this.query }
  }

  async refreshOverview() {
    this.overview = (await attempt(bridge.overview)) ?? this.overview
  }

  /** Reads the list anew; `keep` leaves what is open. */
  async reload(keep = false) {
    const turn = ++this.turn
    // What is in sight comes with the first page: rows that are looked at do not go and come back.
    const pages = [...new Set([0, ...(keep ? this.sight.map((at) => Math.floor(at / pageSize)) : [])])]
    try {
      const got = await Promise.all(pages.map((at) => bridge.list(this.filter(), at * pageSize, pageSize)))
      const page = got[0]
      if (turn !== this.turn || !page) return
      this.asked.clear()
      const rows = new Map<number, Row>()
      got.forEach((one, n) => one.rows.forEach((row, at) => rows.set((pages[n] ?? 0) * pageSize + at, row)))
      this.total = page.total
      this.many = page.many
      this.byRank = page.order === 'best'
      const length = page.many ? Math.max(page.rows.length, page.total) : page.total
      this.slots = this.placed(new Array<Slot>(length).fill(nothing), rows)
      this.error = undefined
      if (!keep || !this.slots.some((slot) => slot.key === this.selected)) this.marked = new Set()
      // The first article is open at once where there is room beside the list, also when the first ones have just come
      // in; whoever types goes on typing.
      if (!keep || this.selected === undefined)
        this.select(this.roomy && !this.query.trim() ? page.rows[0]?.id : undefined)
    } catch (error) {
      if (turn === this.turn) this.error = error
    } finally {
      this.loaded = true
    }
  }

  /** Told which rows are drawn: fetches them, and before they are seen those that come next either way. */
  look(first: number, last: number) {
    clearTimeout(this.looking)
    const from = this.sight[0]
    this.sight = [first, last]
    const need = () => {
      for (let at = first - pageSize / 2; at < last + pageSize; at += pageSize / 2) this.need(at)
      this.need(last)
    }
    // Whoever draws the bar passes thousands of rows; only those at which they stop are fetched.
    if (Math.abs(first - from) > pageSize) this.looking = setTimeout(need, 40)
    else need()
  }

  /** Fetches the page that a row is on, where it lacks rows and is not on its way. */
  private need(index: number) {
    const page = Math.floor(index / pageSize)
    if (index < 0 || index >= this.slots.length || this.asked.has(page)) return
    const from = page * pageSize
    if (this.slots.slice(from, from + pageSize).every((slot) => slot.row)) return
    this.asked.add(page)
    const [turn, shape] = [this.turn, this.shape]
    void attempt(async () => {
      const got = await bridge
        .list(this.filter(), from, pageSize)
        .finally(() => turn === this.turn && this.asked.delete(page))
      if (turn !== this.turn) return
      // Rows have left the list meanwhile: these belong elsewhere.
      if (shape !== this.shape) return this.look(...this.sight)
      const slots = this.placed(this.slots, new Map(got.rows.map((row, at) => [from + at, row])))
      if (got.rows.length < pageSize) slots.length = Math.min(slots.length, from + got.rows.length)
      this.slots = slots
    })
  }

  /** The slots with rows put at their places. A row that stood elsewhere, since the list grew above it, leaves that place. */
  private placed(slots: Slot[], rows: Map<number, Row>): Slot[] {
    const fresh = new Set([...rows.values()].map((row) => row.id))
    const out = slots.map((slot) => (slot === nothing || fresh.has(slot.key) ? { key: this.blank-- } : slot))
    for (const [at, row] of rows) if (fresh.delete(row.id)) out[at] = { key: row.id, row }
    return out
  }

  at(): number {
    return this.slots.findIndex((slot) => slot.key === this.selected)
  }

  select(key: number | undefined) {
    this.selected = key
    if (key === undefined || key < 0) {
      this.opened = undefined
      return
    }
    const turn = ++this.opening
    void attempt(async () => {
      const article = await bridge.open(key)
      if (turn === this.opening) this.opened = article
    })
  }

  move(by: number) {
    const at = this.at()
    const to = at < 0 ? 0 : Math.min(this.slots.length - 1, Math.max(0, at + by))
    const slot = this.slots[to]
    if (slot) this.select(slot.key)
  }

  mark(key: number | undefined) {
    if (key === undefined || key < 0) return
    const marked = new Set(this.marked)
    if (!marked.delete(key)) marked.add(key)
    this.marked = marked
  }

  markAll() {
    this.marked = new Set(this.slots.filter((slot) => slot.row).map((slot) => slot.key))
  }

  unmark() {
    this.marked = new Set()
  }

  /** The marked articles, or the open one. */
  targets(): number[] {
    if (this.marked.size > 0) return [...this.marked]
    return this.selected !== undefined && this.selected > 0 ? [this.selected] : []
  }

  /** What the reader shows: its own buttons change that alone, whatever is marked. */
  openedIds(): number[] {
    return this.opened ? [this.opened.row.id] : []
  }

  async triage(state: State, ids = this.targets()) {
    if (ids.length === 0) return
    const undo = await attempt(() => bridge.triage(ids, state))
    if (undo === undefined) return
    this.leave(new Set(ids), state)
    this.told(state, ids.length, undo)
  }

  async triageAll(state: State) {
    const count = this.total
    const undo = await attempt(() => bridge.triageAll(this.filter(), state))
    if (undo === undefined) return
    this.told(state, count, undo)
    await this.reload()
  }

  /** Whether the list was changed from here just now: then it needs no reading anew. */
  fresh(): boolean {
    return Date.now() - this.toldAt < 2500
  }

  private told(state: State, count: number, undo: number) {
    this.toldAt = Date.now()
    background.changed()
    const text = said[state]?.(count) ?? m.library_saved()
    notice(text, undo > 0 ? () => this.undo(undo) : undefined)
  }

  async undo(step: number) {
    await undoStep(step)
    background.changed()
    await this.reload(true)
  }

  /** Takes rows out of a list that they no longer belong to, and goes on to the next one. */
  private leave(ids: Set<number>, state: State) {
    this.marked = new Set([...this.marked].filter((id) => !ids.has(id)))
    this.recount(ids, state)
    const stays = this.query.trim() !== '' || this.place.state === '' || this.place.state === state
    if (stays) {
      this.slots = this.slots.map((slot) =>
        slot.row && ids.has(slot.key) ? { ...slot, row: { ...slot.row, state } } : slot,
      )
      if (this.opened && ids.has(this.opened.row.id))
        this.opened = { ...this.opened, row: { ...this.opened.row, state } }
      return
    }
    this.shape++
    const at = this.at()
    const before = this.slots.slice(0, Math.max(0, at)).filter((slot) => ids.has(slot.key)).length
    this.slots = this.slots.filter((slot) => !ids.has(slot.key))
    this.total = Math.max(0, this.total - ids.size)
    if (this.selected !== undefined && ids.has(this.selected)) {
      const next = this.slots[Math.min(at - before, this.slots.length - 1)]
      this.select(next?.key)
    }
  }

  /** Moves the counts beside the list at once; the true ones follow. */
  private recount(ids: Set<number>, state: State) {
    if (!this.overview) return
    const counts = { ...this.overview.counts }
    for (const { key, row } of this.slots) {
      if (!row || !ids.has(key)) continue
      counts[row.state] = Math.max(0, (counts[row.state] ?? 0) - 1)
      counts[state] = (counts[state] ?? 0) + 1
    }
    this.overview = { ...this.overview, counts }
  }

  async setTopics(give: number[], take: number[], ids = this.targets()) {
    if (ids.length === 0) return
    const undo = await attempt(() => bridge.setTopics(ids, give, take))
    if (undo === undefined) return
    notice(m.library_topics_done(), undo > 0 ? () => this.undo(undo) : undefined)
    await this.refreshRows()
    background.changed()
  }

  /** Reads the rows in sight and the open article anew, where they stand. */
  async refreshRows() {
    if (this.selected !== undefined && this.selected > 0) this.select(this.selected)
    await this.reload(true)
  }
}
