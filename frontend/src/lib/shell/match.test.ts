import { describe, expect, it } from 'vitest'
import { score } from './match'

describe('score', () => {
  it('ignores case and accents', () => expect(score('Aller à Préférences', 'PREF')).toBeGreaterThan(0))
  it('wants every word', () => expect(score('Go to Library', 'library posts')).toBe(0))
  it('prefers the beginning', () => expect(score('Library', 'lib')).toBeGreaterThan(score('Go to Library', 'lib')))
  it('finds everything with nothing', () => expect(score('Library', '')).toBe(1))
})
