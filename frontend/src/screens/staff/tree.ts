import type { StaffCoverage } from '$lib/bridge/staff'

export interface Branch {
  row: StaffCoverage
  depth: number
}

/** The topics as a tree laid out in lines: each under its parent, alphabetical among its siblings. */
export function branches(rows: StaffCoverage[]): Branch[] {
  const known = new Set(rows.map((row) => row.id))
  const out: Branch[] = []
  const seen = new Set<number>()
  const visit = (parent: number, depth: number) => {
    for (const row of rows) {
      const above = known.has(row.parent) && row.parent !== row.id ? row.parent : 0
      if (above !== parent || seen.has(row.id)) continue
      seen.add(row.id)
      out.push({ row, depth })
      visit(row.id, depth + 1)
    }
  }
  visit(0, 0)
  // What hangs in a circle has no way up: shown at the top, never lost.
  for (const row of rows) if (!seen.has(row.id)) out.push({ row, depth: 0 })
  return out
}

/** A topic and all that hangs below it: no place for the topic itself. */
export function below(rows: StaffCoverage[], id: number): Set<number> {
  const out = new Set([id])
  for (let grown = true; grown;) {
    grown = false
    for (const row of rows) {
      if (!out.has(row.id) && out.has(row.parent)) {
        out.add(row.id)
        grown = true
      }
    }
  }
  return out
}
