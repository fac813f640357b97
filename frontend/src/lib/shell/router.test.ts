import { describe, expect, it } from 'vitest'
import { address, parse, router } from './router.svelte'

describe('addresses', () => {
  const cases: [string, string, string[], Record<string, string>][] = [
    ['#/library/12?state=inbox', 'library', ['12'], { state: 'inbox' }],
    ['', 'today', [], {}],
    ['#/staff/a%2Fb', 'staff', ['a/b'], {}],
    ['#/staff/%E0%A4%A', 'staff', ['%E0%A4%A'], {}],
  ]
  it.each(cases)('%s', (hash, area, path, query) => {
    expect(parse(hash)).toEqual({ area, path, query })
  })
  it('comes back as it went, with spaces and accents', () => {
    const hash = address('library', ['é/1'], { q: 'a b', none: '', missing: undefined })
    expect(parse(hash)).toEqual({ area: 'library', path: ['é/1'], query: { q: 'a b' } })
  })
})

describe('the router', () => {
  it('selects on the screen that is shown', () => {
    router.redirect('send')
    router.replace('send', [31])
    expect(router.place).toMatchObject({ area: 'send', path: ['31'] })
  })
  it('stays where the user has gone, whatever a slow answer selects elsewhere', () => {
    router.redirect('send')
    location.hash = '#/replies'
    router.replace('send', [31])
    expect(location.hash).toBe('#/replies')
  })
})
