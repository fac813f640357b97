import { describe, expect, it } from 'vitest'
import { matches } from './keys.svelte'

const press = (key: string, held: Partial<KeyboardEvent> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
})

describe('matches', () => {
  it('reads modifiers', () => {
    expect(matches('mod k', press('k', { ctrlKey: true }))).toBe(true)
    expect(matches('mod k', press('k', { metaKey: true }))).toBe(true)
    expect(matches('mod k', press('k'))).toBe(false)
    expect(matches('k', press('k', { ctrlKey: true }))).toBe(false)
  })
  it('does not ask how a keyboard makes a sign', () => {
    expect(matches('?', press('?', { shiftKey: true }))).toBe(true)
    expect(matches('/', press('/', { shiftKey: true }))).toBe(true)
  })
  it('tells letters with shift apart', () => {
    expect(matches('k', press('K', { shiftKey: true }))).toBe(false)
    expect(matches('shift k', press('K', { shiftKey: true }))).toBe(true)
  })
  it('names arrows', () => {
    expect(matches('down', press('ArrowDown'))).toBe(true)
  })
})
