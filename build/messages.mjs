#!/usr/bin/env node
// Fails when a language lacks a message that another has, when one is empty, when the parameters in braces differ,
// or when one is not set as a printer of its language would: typographic apostrophes, and in French the unbreakable
// space that keeps a colon or a guillemet from starting a line.
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

/** Every text that a person reads in a message, plural forms one by one. */
function texts(value) {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(texts)
  return Object.entries(value).flatMap(([name, inner]) => (['declarations', 'selectors'].includes(name) ? [] : texts(inner)))
}

const faults = {
  en: [[/\w'\w|(^|\s)'\w/, 'a straight quote'], [/\.\.\./, 'three dots for an ellipsis']],
  fr: [
    [/[\p{L}»]'[\p{L}«]/u, 'a straight apostrophe'],
    [/\.\.\./, 'three dots for an ellipsis'],
    [/ [:;?!»%](?![\p{L}\d])|« /u, 'a space that breaks before a sign or after «'],
    [/[\p{L}\d}][;?!»](?!\S)|«[^\s]/u, 'no space before a sign or after «'],
  ],
}

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
for (const language of languages)
  for (const area of areas)
    for (const [key, value] of Object.entries(JSON.parse(readFileSync(join(root, language, area), 'utf8'))))
      for (const text of key === '$schema' ? [] : texts(value))
        for (const [wrongly, what] of faults[language])
          if (wrongly.test(text)) wrong.push(`${language}/${area}: ${key} has ${what}: ${text}`)
for (const line of wrong) console.error(`messages: ${line}`)
console.log(`messages: ${count} in ${areas.size} areas, ${wrong.length} wrong`)
process.exit(wrong.length ? 1 : 0)
