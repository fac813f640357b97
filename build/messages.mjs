#!/usr/bin/env node
// Fails when a language lacks a message that another has, when one is empty,
// or when the parameters in braces differ.
import { readdirSync, readFileSync, existsSync } from 'node:fs'
import { join } from 'node:path'

const root = new URL('../frontend/messages/', import.meta.url).pathname
const languages = ['en', 'fr']
const wrong = []

/** All messages of one file as key -> text; plural forms are joined, since only their parameters are compared. */
function read(language, area) {
  const path = join(root, language, area)
  if (!existsSync(path)) {
    wrong.push(`${language}/${area} is missing`)
    return new Map()
  }
  const flat = new Map()
  const walk = (value, key) => {
    if (typeof value === 'string') flat.set(key, value)
    else if (Array.isArray(value)) flat.set(key, JSON.stringify(value))
    else for (const [name, inner] of Object.entries(value)) walk(inner, key ? `${key}.${name}` : name)
  }
  walk(JSON.parse(readFileSync(path, 'utf8')), '')
  flat.delete('$schema')
  return flat
}

const parameters = (text) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1]))].sort().join()

const areas = new Set(languages.flatMap((language) => existsSync(join(root, language)) ? readdirSync(join(root, language)) : []))
let count = 0
for (const area of areas) {
  const [one, other] = languages.map((language) => read(language, area))
  count += one.size
  for (const key of new Set([...one.keys(), ...other.keys()])) {
    if (!one.has(key)) wrong.push(`en/${area}: ${key} is missing`)
    else if (!other.has(key)) wrong.push(`fr/${area}: ${key} is missing`)
    else if (!one.get(key).trim() || !other.get(key).trim()) wrong.push(`${area}: ${key} is empty`)
    else if (parameters(one.get(key)) !== parameters(other.get(key)) && !one.get(key).includes('declarations')) {
      wrong.push(`${area}: ${key} has {${parameters(one.get(key))}} in English and {${parameters(other.get(key))}} in French`)
    }
  }
}
for (const line of wrong) console.error(`messages: ${line}`)
console.log(`messages: ${count} in ${areas.size} areas, ${wrong.length} wrong`)
process.exit(wrong.length ? 1 : 0)
