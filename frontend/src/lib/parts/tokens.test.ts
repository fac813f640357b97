import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'

// Contrast as in WCAG 2.2: https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio
function luminance(hex: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}
function contrast(one: string, other: string): number {
  const [high = 0, low = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a)
  return (high + 0.05) / (low + 0.05)
}

const css = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8')
function theme(name: string): Record<string, string> {
  const block = css.slice(css.indexOf(`[data-theme='${name}']`))
  return Object.fromEntries(
    [...block.slice(0, block.indexOf('}')).matchAll(/--([\w-]+):\s*(#[0-9a-f]{6});/g)].map((found) => [
      found[1],
      found[2],
    ]),
  )
}

const text: [string, string[]][] = [
  [
    'ink',
    [
      'desk',
      'paper',
      'raised',
      'sunken',
      'hover',
      'selected',
      'mark',
      'accent-soft',
      'good-soft',
      'warn-soft',
      'bad-soft',
    ],
  ],
  [
    'ink-soft',
    ['desk', 'paper', 'raised', 'sunken', 'hover', 'selected', 'accent-soft', 'good-soft', 'warn-soft', 'bad-soft'],
  ],
  ['ink-faint', ['desk', 'paper', 'raised', 'sunken', 'hover', 'selected']],
  ['accent-ink', ['accent', 'accent-hover']],
  ['accent-text', ['accent-soft', 'paper', 'raised', 'desk', 'selected', 'hover']],
  ['good', ['good-soft', 'paper', 'raised']],
  ['warn', ['warn-soft', 'paper', 'raised', 'desk']],
  ['bad', ['bad-soft', 'paper', 'raised', 'desk', 'hover']],
  ['bad-ink', ['bad', 'bad-hover']],
]

describe.each(['light', 'dark'])('%s theme', (name) => {
  const token = theme(name)
  for (const [ink, grounds] of text) {
    it.each(grounds)(`${ink} reads on %s`, (ground) => {
      expect(contrast(token[ink] ?? '', token[ground] ?? '')).toBeGreaterThanOrEqual(4.5)
    })
  }
  it.each(['paper', 'raised'])('edges of controls are seen on %s', (ground) => {
    expect(contrast(token.edge ?? '', token[ground] ?? '')).toBeGreaterThanOrEqual(3)
    expect(contrast(token.accent ?? '', token[ground] ?? '')).toBeGreaterThanOrEqual(3)
  })
  it.each([1, 2, 3, 4, 5])('chart colour %i is seen', (index) => {
    expect(contrast(token[`chart-${index}`] ?? '', token.raised ?? '')).toBeGreaterThanOrEqual(2.5)
  })
})
