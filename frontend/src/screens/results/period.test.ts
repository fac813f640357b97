import { expect, test } from 'vitest'
import { daysOf } from './period'

test('periods begin and end with their first and last day', () => {
  const day = new Date(2026, 1, 14)
  expect(daysOf('month', day)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(daysOf('quarter', day)).toEqual({ from: '2026-01-01', to: '2026-03-31' })
  expect(daysOf('year', day)).toEqual({ from: '2026-01-01', to: '2026-12-31' })
  expect(daysOf('twelve', day)).toEqual({ from: '2025-03-01', to: '2026-02-28' })
  expect(daysOf('all', day)).toEqual({ from: '', to: '' })
})
