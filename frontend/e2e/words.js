import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname, '../messages')

/** The interface's own words, so that a test says what a person in either language would look for. */
export function words(language) {
  const all = {}
  for (const name of readdirSync(join(folder, language)))
    Object.assign(all, JSON.parse(readFileSync(join(folder, language, name), 'utf8')))
  return (key) => {
    if (typeof all[key] !== 'string') throw new Error(`no plain message ${key}`)
    return all[key]
  }
}
