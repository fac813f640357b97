// Joins messages/{locale}/*.json into .messages/{locale}.json and compiles them with Paraglide.
// One file per area keeps the areas apart; a key that two areas define is refused here, because
// Paraglide would silently let the last one win. errors.json is left out: its keys are fault codes,
// looked up while running by the page (lib/bridge/fault.ts) and by the command line.
import { compile } from '@inlang/paraglide-js'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
export const locales = ['en', 'fr']

/** The areas that have messages, in alphabetical order. */
export function areas(locale) {
  return readdirSync(join(root, 'messages', locale))
    .filter((name) => name.endsWith('.json'))
    .sort()
}

/** All messages of one locale; throws when two areas define the same key. */
export function joined(locale) {
  const all = {}
  const origin = {}
  for (const name of areas(locale)) {
    if (name === 'errors.json') continue
    const path = join(root, 'messages', locale, name)
    let messages
    try {
      messages = JSON.parse(readFileSync(path, 'utf8'))
    } catch (error) {
      throw new Error(`${path}: ${error.message}`)
    }
    for (const [key, value] of Object.entries(messages)) {
      if (key.startsWith('$')) continue
      if (key in all) throw new Error(`${path}: key "${key}" is already in ${origin[key]}`)
      origin[key] = name
      all[key] = value
    }
  }
  return all
}

export async function compileMessages() {
  mkdirSync(join(root, '.messages'), { recursive: true })
  for (const locale of locales) {
    writeFileSync(join(root, '.messages', `${locale}.json`), JSON.stringify(joined(locale), null, 2))
  }
  await compile({
    project: join(root, 'project.inlang'),
    outdir: join(root, 'src/lib/paraglide'),
    strategy: ['globalVariable', 'baseLocale'],
    outputStructure: 'locale-modules',
    emitReadme: false,
    emitTsDeclarations: true,
  })
}

/** Vite plugin: compiles once at the start and again when a message file changes. */
export function messages() {
  return {
    name: 'relais-messages',
    async buildStart() {
      await compileMessages()
    },
    async handleHotUpdate({ file }) {
      if (file.includes('/messages/') && file.endsWith('.json')) await compileMessages()
    },
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await compileMessages()
