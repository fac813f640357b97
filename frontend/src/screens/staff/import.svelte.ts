import {
  imports,
  previewImport,
  runImport,
  undoImport,
  type StaffColumn,
  type StaffImportRecord,
  type StaffPlan,
} from '$lib/bridge/staff'
import { background } from '$lib/shell/background.svelte'
import { attempt, notice } from '$lib/shell/notices'
import * as m from '$m'
import { importSaid } from './names'

/** The import of a list: what a file holds is shown, corrected, and only then taken in. */
export class ListImport {
  path = $state('')
  plan = $state.raw<StaffPlan>()
  busy = $state(false)
  sheet = $state('')
  shown = $state('all')
  history = $state.raw<StaffImportRecord[]>([])
  private corrected = new Map<number, StaffColumn>()
  private back: string[] = []
  private turn = 0

  rows = $derived((this.plan?.rows ?? []).filter((row) => this.shown === 'all' || row.kind === this.shown))

  private options() {
    return { sheet: this.sheet, columns: [...this.corrected.values()], bringBack: this.back }
  }

  async open(path: string) {
    this.path = path
    this.corrected.clear()
    this.back = []
    this.sheet = ''
    this.shown = 'all'
    await this.preview()
  }

  async preview() {
    if (!this.path) return
    const turn = ++this.turn
    this.busy = true
    const plan = await attempt(() => previewImport(this.path, this.options()))
    if (turn !== this.turn) return
    this.busy = false
    this.plan = plan
    if (plan) this.sheet = plan.sheet
  }

  /** choice is 'job', or 'audience:linkedin'. */
  correct(column: StaffColumn, choice: string) {
    const [field = '', network = ''] = choice.split(':')
    this.corrected.set(column.index, { ...column, field, network })
    void this.preview()
  }

  bringBack(address: string) {
    this.back = [...this.back, address]
    void this.preview()
  }

  async run(): Promise<boolean> {
    this.busy = true
    const done = await attempt(() => runImport(this.path, this.options()))
    this.busy = false
    if (!done) return false
    background.changed()
    notice(importSaid(done), done.importId ? () => this.undo(done.importId) : undefined)
    return true
  }

  async undo(id: number) {
    await undoImport(id)
    background.changed()
    notice(m.staff_import_undone())
    await this.loadHistory()
  }

  async loadHistory() {
    this.history = (await attempt(imports)) ?? []
  }
}
