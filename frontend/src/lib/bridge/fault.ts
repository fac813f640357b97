import { sentences } from './sentences.svelte'

/** An error that crossed from Go: a code, and parameters for its sentence. */
export class Fault extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, unknown> = {},
  ) {
    super(code)
    this.name = 'Fault'
  }
}

/** Reads whatever a bound method rejected with. What is no fault becomes `unexpected`: its text may name paths. */
export function toFault(error: unknown): Fault {
  if (error instanceof Fault) return error
  const text = error instanceof Error ? error.message : String(error)
  try {
    const wire = JSON.parse(text) as { code?: unknown; params?: Record<string, unknown> }
    if (typeof wire.code === 'string') return new Fault(wire.code, wire.params ?? {})
  } catch {
    // Not JSON: falls through.
  }
  return new Fault('unexpected')
}

/**
 * The one sentence that a person reads for a fault: what happened, what was kept, what to do. The command line
 * fills the same sentences (app/cli/sentence.go), so placeholders are plain {names} without plurals. Empty until
 * they are there; who draws it hears of that.
 */
export function faultSentence(error: unknown, locale: string): string {
  const fault = toFault(error)
  const key = `error_${fault.code}`
  const { [locale]: own, en } = sentences.all
  if (!own) {
    void sentences.load()
    return ''
  }
  const text = own[key] ?? en?.[key] ?? own.error_unexpected ?? fault.code
  const numbers = new Intl.NumberFormat(locale)
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = fault.params[name]
    if (value === undefined) return whole
    // A port or a code is a name made of digits, not a quantity.
    return typeof value === 'number' && !/port|code|year|version|have|newest/.test(name)
      ? numbers.format(value)
      : String(value)
  })
}
