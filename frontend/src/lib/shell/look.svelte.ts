import { overwriteGetLocale } from '../paraglide/runtime.js'
import { partWords } from '$lib/parts/words'
import * as m from '$m'

export type Theme = 'system' | 'light' | 'dark'
export type Language = 'en' | 'fr'
export const languages: { value: Language; label: string }[] = [
  { value: 'fr', label: 'Français' },
  { value: 'en', label: 'English' },
]
export const textSizes = [90, 100, 110, 125, 150, 175, 200]

interface Kept {
  theme?: Theme
  language?: Language
  textSize?: number
}

const key = 'relais.look'

function kept(): Kept {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '{}') as Kept
  } catch {
    return {}
  }
}

/** The language of the system, where it is one of ours; English otherwise. */
function guess(): Language {
  return typeof navigator !== 'undefined' && navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

/** How the window looks for the person in front of it: kept on this computer, not in the workspace. */
class Look {
  theme = $state<Theme>('system')
  language = $state<Language>('en')
  textSize = $state(100)
  dark = $state(false)
  /** Changes with anything that a canvas has to be drawn anew for. */
  stamp = $derived(`${this.dark} ${this.textSize} ${this.language}`)

  start() {
    const { theme, language, textSize } = kept()
    this.theme = theme ?? 'system'
    this.language = language ?? guess()
    this.textSize = textSize ?? 100
    overwriteGetLocale(() => this.language)
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => this.apply())
    this.apply()
  }

  set(change: Kept) {
    Object.assign(this, change)
    localStorage.setItem(key, JSON.stringify({ theme: this.theme, language: this.language, textSize: this.textSize }))
    this.apply()
  }

  /** One step larger (1) or smaller (-1); 0 goes back to normal. */
  zoom(step: -1 | 0 | 1) {
    const at = textSizes.indexOf(this.textSize)
    const size = step === 0 ? 100 : (textSizes[Math.min(textSizes.length - 1, Math.max(0, at + step))] ?? 100)
    this.set({ textSize: size })
  }

  private apply() {
    const root = document.documentElement
    this.dark = this.theme === 'dark' || (this.theme === 'system' && matchMedia('(prefers-color-scheme: dark)').matches)
    root.dataset.theme = this.dark ? 'dark' : 'light'
    root.lang = this.language
    root.style.fontSize = this.textSize === 100 ? '' : `${this.textSize}%`
    Object.assign(partWords, {
      close: m.parts_close,
      more: m.parts_more,
      table: m.parts_table,
      chart: m.parts_chart,
      resize: m.parts_resize,
      loading: m.parts_loading,
      notKnown: m.parts_not_known,
      declared: m.parts_declared,
      estimated: m.parts_estimated,
      measured: m.parts_measured,
      what: m.parts_what,
      whatOf: (title: string) => m.parts_pair({ name: m.parts_what(), text: title }),
      locale: () => this.language,
    })
  }
}

export const look = new Look()
