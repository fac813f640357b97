import { describe, expect, it } from 'vitest'
import { tidy } from './company.svelte'

const blank = {
  name: '',
  website: '',
  language: '',
  contact: '',
  privacyContact: '',
  disclosure: '',
  country: '',
  currency: '',
}

describe('tidy', () => {
  it('makes one hashtag of what was typed', () =>
    expect(tidy({ ...blank, disclosure: ' équipe Atelier ' }).disclosure).toBe('#équipeAtelier'))
  it('leaves none where none was typed', () => expect(tidy(blank).disclosure).toBe(''))
  it('gives an address its scheme', () =>
    expect(tidy({ ...blank, website: 'atelier.example' }).website).toBe('https://atelier.example'))
})
