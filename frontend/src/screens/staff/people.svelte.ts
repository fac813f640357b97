import { SvelteMap } from 'svelte/reactivity'
import {
  departments,
  people,
  selectPeople,
  type StaffDepartment,
  type StaffFilter,
  type StaffRow,
} from '$lib/bridge/staff'
import { coverage, type StaffCoverage } from '$lib/bridge/staff'

const pageSize = 100

/** The table of people: filtered in Go, read page by page as one scrolls. */
export class People {
  query = $state('')
  membership = $state('')
  department = $state('0')
  topic = $state('0')
  attention = $state('')
  rows = $state.raw<StaffRow[]>([])
  total = $state(0)
  counts = $state.raw<Record<string, number>>({})
  ready = $state(false)
  error = $state.raw<unknown>()
  departments = $state.raw<StaffDepartment[]>([])
  topics = $state.raw<StaffCoverage[]>([])
  /** Who is ticked: id and name (empty where the row was not read yet). */
  ticked = new SvelteMap<number, string>()
  private turn = 0
  private reading = false

  filtered = $derived(
    Boolean(this.query || this.membership || this.attention) || this.department !== '0' || this.topic !== '0',
  )
  everybody = $derived(Object.values(this.counts).reduce((sum, n) => sum + n, 0))

  filter(offset = 0): StaffFilter {
    return {
      query: this.query,
      memberships: this.membership ? [this.membership] : [],
      departmentId: Number(this.department),
      topicId: Number(this.topic),
      network: '',
      language: '',
      attention: this.attention === 'gone' ? '' : this.attention,
      gone: this.attention === 'gone',
      ids: [],
      offset,
      limit: pageSize,
    }
  }

  /** Reads the first page. An answer that comes after a newer question is dropped. */
  async load() {
    const turn = ++this.turn
    try {
      const page = await people(this.filter())
      if (turn !== this.turn) return
      this.rows = page.rows
      this.total = page.total
      this.counts = page.counts
      this.error = undefined
    } catch (error) {
      if (turn === this.turn) this.error = error
    }
    if (turn === this.turn) this.ready = true
  }

  async more() {
    if (this.reading || this.rows.length >= this.total) return
    this.reading = true
    const turn = this.turn
    try {
      const page = await people(this.filter(this.rows.length))
      if (turn === this.turn) this.rows = [...this.rows, ...page.rows]
    } catch (error) {
      this.error = error
    } finally {
      this.reading = false
    }
  }

  async loadChoices() {
    try {
      ;[this.departments, this.topics] = await Promise.all([departments(), coverage()])
    } catch {
      // The filters stay empty; the table says what is wrong.
    }
  }

  tick(rows: StaffRow[], on: boolean) {
    for (const row of rows) {
      if (on) this.ticked.set(row.id, row.name)
      else this.ticked.delete(row.id)
    }
  }

  /** Ticks everybody whom the filter lets through, on pages not read yet too. */
  async tickAll(on: boolean) {
    if (!on) return this.ticked.clear()
    const names = new Map(this.rows.map((row) => [row.id, row.name]))
    for (const id of await selectPeople(this.filter())) this.ticked.set(id, names.get(id) ?? '')
  }

  clear() {
    this.query = this.membership = this.attention = ''
    this.department = this.topic = '0'
    void this.load()
  }
}
