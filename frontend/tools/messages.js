// Joins messages/{locale}/*.json into .messages/{locale}.json and compiles them with Paraglide.
// One file per area keeps the areas apart; a key that two areas define is refused here, because
// Paraglide would silently let the last one win. errors.json is left out: its keys are fault codes,
// looked up while running by the page (lib/bridge/fault.ts) and by the command line.
//
// Each message becomes a module of its own, so that the built page holds it in the chunk of the screen that says it; a
// single file of all (all.js) is what the type checker and the tests read, for whom a thousand files would be slow.
import { compile } from '@inlang/paraglide-js'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
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

/** A message whose counts are written as people write numbers: 33,333 and not 33333. */
function grouped(message) {
  if (typeof message === 'string') return message
  return message.map((variant) => {
    const counts = variant.declarations.map((line) => /^local \w+ = (\w+): plural$/.exec(line)?.[1]).filter(Boolean)
    const written = (text) => counts.reduce((now, name) => now.replaceAll(`{${name}}`, `{${name}Written}`), text)
    return {
      ...variant,
      declarations: [...variant.declarations, ...counts.map((name) => `local ${name}Written = ${name}: number`)],
      match: Object.fromEntries(Object.entries(variant.match).map(([when, text]) => [when, written(text)])),
    }
  })
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
      all[key] = grouped(value)
    }
  }
  return all
}

const outdir = join(root, 'src/lib/paraglide')
const stamp = join(outdir, 'stamp')

/** The modules of all messages as one, which they could be since no name stands twice. */
function joinModules() {
  const folder = join(outdir, 'messages')
  const bodies = readdirSync(folder)
    .filter((name) => name.endsWith('.js') && name !== '_index.js')
    .sort()
    .map((name) => readFileSync(join(folder, name), 'utf8'))
  const body = bodies
    .join('\n')
    .split('\n')
    .filter((line) => !line.startsWith('import ') && !line.startsWith('/** @typedef {import('))
    .join('\n')
  const head = `/* eslint-disable */
import * as registry from './registry.js'
import { getLocale, experimentalStaticLocale } from './runtime.js'
/** @typedef {import('./runtime.js').LocalizedString} LocalizedString */
`
  writeFileSync(join(outdir, 'all.js'), (head + body).replaceAll("import('../runtime.js')", "import('./runtime.js')"))
}

/** How a message finds its language, written once: Paraglide says it anew in each of more than a thousand messages. */
const choose = `import { getLocale } from './runtime.js'
const french = (options) => (options?.locale ?? getLocale()) === 'fr'
export const texts = (en, fr) => (inputs, options) => (french(options) ? fr : en)
export const either = (en, fr) => (inputs = {}, options) => (french(options) ? fr : en)(inputs)
`

/** The module of one message for the built page, from Paraglide's own; throws where that is written otherwise than expected. */
export function slimMessage(text) {
  const code = text.replaceAll(/\/\*\*.*?\*\//gs, '')
  const name = /^export const (\w+) =/m.exec(code)?.[1]
  const [en, fr] = locales.map((locale) => {
    const at = code.indexOf(`const ${locale}_${name} =`)
    const end = code.indexOf('\n};', at)
    if (!name || at < 0 || end < 0) throw new Error(`message "${name}": not as Paraglide writes it`)
    return code.slice(at, end + 3)
  })
  const plain = [en, fr].map((one) => /= +\(\) => \{\s*return +\((`(?:[^`\\]|\\.)*`)\)\s*\}/s.exec(one)?.[1])
  if (plain[0] && plain[1])
    return `import { texts } from '../choose.js'\nexport const ${name} = /*#__PURE__*/ texts(${plain.join(', ')})\n`
  const needs = /registry\./.test(en + fr) ? "import * as registry from '../registry.js'\n" : ''
  return `${needs}import { either } from '../choose.js'\n${en}\n${fr}\nexport const ${name} = /*#__PURE__*/ either(en_${name}, fr_${name})\n`
}

function slimModules() {
  const folder = join(outdir, 'messages')
  writeFileSync(join(outdir, 'choose.js'), choose)
  for (const file of readdirSync(folder)) {
    if (!file.endsWith('.js') || file === '_index.js') continue
    writeFileSync(join(folder, file), slimMessage(readFileSync(join(folder, file), 'utf8')))
  }
}

/** Compiles the messages, unless what stands there was made from the same. */
export async function compileMessages() {
  const texts = locales.map((locale) => JSON.stringify(joined(locale), null, 2))
  const made = createHash('sha256')
    .update([...texts, readFileSync(join(root, 'package-lock.json')), readFileSync(import.meta.filename)].join('\0'))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === made) return
  mkdirSync(join(root, '.messages'), { recursive: true })
  locales.forEach((locale, index) => writeFileSync(join(root, '.messages', `${locale}.json`), texts[index]))
  await compile({
    project: join(root, 'project.inlang'),
    outdir,
    strategy: ['globalVariable', 'baseLocale'],
    outputStructure: 'message-modules',
    emitReadme: false,
  })
  joinModules()
  slimModules()
  writeFileSync(stamp, made)
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
