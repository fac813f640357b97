import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { iconComponent } from './icons.js'

const folder = join(import.meta.dirname, '../node_modules/@lucide/svelte/dist/icons')

it('draws every icon of Lucide with all of its strokes', () => {
  const names = readdirSync(folder).filter((name) => name.endsWith('.svelte'))
  expect(names.length).toBeGreaterThan(1000)
  for (const name of names) {
    const text = readFileSync(join(folder, name), 'utf8')
    const strokes = text.match(/\["(?:path|circle|line|rect|polyline|polygon|ellipse)", \{/g)?.length ?? 0
    const made = iconComponent(name, text)
    expect(strokes, name).toBeGreaterThan(0)
    expect(made.match(/<(?:path|circle|line|rect|polyline|polygon|ellipse) /g)?.length, name).toBe(strokes)
  }
})

it('refuses an icon that it cannot read', () => {
  expect(() => iconComponent('odd', '<svg></svg>')).toThrow('odd')
})
