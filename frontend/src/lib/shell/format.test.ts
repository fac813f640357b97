import { afterEach, describe, expect, it } from 'vitest'
import { ago, bytes, day, dayAndTime, longDay, percent, shortDay } from './format'
import { look } from './look.svelte'

const plain = (text: string) => text.replace(/\s/g, ' ')

describe('formats follow the language', () => {
  afterEach(() => {
    look.language = 'en'
  })
  it('in English', () => {
    look.language = 'en'
    expect(day('2026-11-14')).toBe('14 Nov 2026')
    expect(percent(0.153)).toBe('15%')
    expect(ago('2026-11-14T10:00:00Z', Date.parse('2026-11-15T10:00:00Z'))).toBe('yesterday')
  })
  it('in French', () => {
    look.language = 'fr'
    expect(day('2026-11-14')).toBe('14 nov. 2026')
    expect(plain(percent(0.153))).toBe('15 %')
    expect(ago('2026-11-14T10:00:00Z', Date.parse('2026-11-15T10:00:00Z'))).toBe('hier')
  })
  it('counts the first of a month in French, and no other day', () => {
    look.language = 'fr'
    const first = new Date(2026, 11, 1, 11, 1)
    expect(day('2026-12-01')).toBe('1er déc. 2026')
    expect(shortDay('2026-12-01')).toBe('1er déc.')
    expect(longDay(first)).toBe('mardi 1er décembre')
    expect(dayAndTime(first.toISOString())).toBe('1er déc. 2026, 11:01')
    expect([day('2026-12-11'), day('2026-12-21'), shortDay('2026-12-31')]).toEqual([
      '11 déc. 2026',
      '21 déc. 2026',
      '31 déc.',
    ])
    look.language = 'en'
    expect([day('2026-12-01'), dayAndTime(first.toISOString())]).toEqual(['1 Dec 2026', '1 Dec 2026, 11:01'])
  })
  it('counts days on the calendar, not in hours', () => {
    look.language = 'fr'
    const now = new Date(2026, 10, 25, 22).getTime()
    expect(ago(new Date(2026, 10, 24, 5).toISOString(), now)).toBe('hier')
    expect(ago(new Date(2026, 10, 23, 23).toISOString(), now)).toBe('avant-hier')
    expect(ago(new Date(2026, 10, 25, 3).toISOString(), now)).toBe('il y a 19 heures')
    expect(ago(new Date(2026, 10, 27, 1).toISOString(), now)).toBe('après-demain')
  })
  it('leaves what is missing or broken empty', () => {
    expect(day('')).toBe('')
    expect(day('soon')).toBe('')
    expect(ago('')).toBe('')
  })
  it('sizes', () => {
    expect(bytes(0)).toBe('0 byte')
    expect(bytes(1_500_000)).toBe('1.5 MB')
  })
})
