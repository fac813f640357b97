import { expect, test } from 'vitest'
import type { StaffCoverage } from '$lib/bridge/staff'
import { below, branches } from './tree'

const topic = (id: number, name: string, parent = 0) => ({ id, name, parent }) as StaffCoverage
const rows = [
  topic(1, 'Data'),
  topic(2, 'Ethics', 3),
  topic(3, 'Law'),
  topic(4, 'Privacy', 2),
  topic(5, 'Warehouses', 1),
]

test('each topic stands under its parent', () => {
  expect(branches(rows).map((b) => `${'-'.repeat(b.depth)}${b.row.name}`)).toEqual([
    'Data',
    '-Warehouses',
    'Law',
    '-Ethics',
    '--Privacy',
  ])
})

test('a parent that is gone, and a circle, lose no topic', () => {
  const odd = [topic(1, 'A', 9), topic(2, 'B', 3), topic(3, 'C', 2)]
  expect(branches(odd).map((b) => b.row.name)).toEqual(['A', 'B', 'C'])
})

test('what hangs below a topic is no place for it', () => {
  expect([...below(rows, 3)].sort()).toEqual([2, 3, 4])
})
