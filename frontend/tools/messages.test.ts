import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { areas, joined, slimMessage } from './messages.js'

type Message = string | { declarations?: string[]; match: Record<string, string> }[]
const read = (locale: string, name: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, '..', 'messages', locale, name), 'utf8')) as Record<string, Message>

const texts = (message: Message): string[] =>
  typeof message === 'string' ? [message] : message.flatMap((variant) => Object.values(variant.match))
const placeholders = (message: Message) =>
  [...new Set(texts(message).flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? '')))].sort()

describe('French and English are complete', () => {
  it('has the same areas', () => expect(areas('fr')).toEqual(areas('en')))
  it('defines no key in two areas', () => {
    expect(() => joined('en')).not.toThrow()
    expect(() => joined('fr')).not.toThrow()
  })

  describe.each(areas('en'))('%s', (name: string) => {
    const en = read('en', name)
    const fr = read('fr', name)
    it('has the same keys', () => expect(Object.keys(fr).sort()).toEqual(Object.keys(en).sort()))
    it('leaves no text empty', () => {
      for (const [locale, all] of Object.entries({ en, fr })) {
        for (const [key, message] of Object.entries(all)) {
          if (key.startsWith('$')) continue
          for (const text of texts(message)) expect(text.trim(), `${locale} ${key}`).not.toBe('')
        }
      }
    })
    it('fills the same placeholders', () => {
      for (const key of Object.keys(en)) {
        if (key.startsWith('$') || fr[key] === undefined) continue
        expect(placeholders(fr[key] as Message), key).toEqual(placeholders(en[key] as Message))
      }
    })
  })

  it('gives fault sentences without plurals, since the commands fill them too', () => {
    for (const locale of ['en', 'fr']) {
      for (const [key, message] of Object.entries(read(locale, 'errors.json')))
        expect(typeof message, key).toBe('string')
    }
  })
})

describe('slimMessage', () => {
  const head = "import { getLocale } from '../runtime.js';\n/** @typedef {{}} Inputs */\n"
  const message = (locale: string, body: string) =>
    `const ${locale}_greeting = /** @type {(inputs: Inputs) => LocalizedString} */ ${body}\n};\n`
  const tail = 'export const greeting = /** @type {(inputs?: Inputs) => LocalizedString} */ ((inputs = {}) => {\n});'

  it('keeps of a plain text the two texts', () => {
    const one = (text: string) => `() => {\n\treturn /** @type {LocalizedString} */ (\`${text}\`)`
    expect(
      slimMessage(head + message('en', one('Hello (you)')) + message('fr', one('Bonjour \\` à vous')) + tail),
    ).toBe(
      "import { texts } from '../choose.js'\nexport const greeting = /*#__PURE__*/ texts(`Hello (you)`, `Bonjour \\` à vous`)\n",
    )
  })
  it('keeps the functions of a text with something to fill in', () => {
    const one = (text: string) => `(i) => {\n\treturn /** @type {LocalizedString} */ (\`${text} \${i?.name}\`)`
    const slim = slimMessage(head + message('en', one('Hello')) + message('fr', one('Bonjour')) + tail)
    expect(slim).toContain('either(en_greeting, fr_greeting)')
    expect(slim).toContain('`Bonjour ${i?.name}`')
  })
  it('refuses what is written otherwise', () => {
    expect(() => slimMessage('export const greeting = () => `Hello`')).toThrow('greeting')
  })
})
