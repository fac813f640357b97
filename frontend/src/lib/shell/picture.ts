import { longDay } from './format'

// The first picture: Today as it last stood, kept on this computer as the HTML that it was drawn as. When the window opens
// again on the very same state, public/theme.js shows it before the script has been read; on another state it shows the
// side bar alone, without counts. Nothing in it can be used, and nothing can be wrong: the screen takes its place as soon as
// it is there.

interface Picture {
  /** The page that drew it: another build may draw otherwise. */
  page: string
  language: string
  /** What it shows, as the window puts it into the page (bridge/start.ts), written anew by JSON.stringify. */
  state: string
  html: string
  /** The same without anything that depends on the state. */
  frame: string
  /** Today's date as it is written, by day (YYYY-MM-DD, local), for the weeks to come. */
  dates: Record<string, string>
}

const key = 'relais.picture'
/** A workspace has one; somebody may go between a few. */
const most = 3
const daysAhead = 40
/** Milliseconds after which Today stands still. */
export const settled = 1000

function page(): string {
  return document.querySelector<HTMLScriptElement>('script[data-page]')?.dataset['page'] ?? ''
}

/** YYYY-MM-DD by the clock on the wall. */
function dayOf(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
}

function comingDates(): Record<string, string> {
  const now = new Date()
  return Object.fromEntries(
    Array.from({ length: daysAhead }, (_, ahead) => {
      const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + ahead, 12)
      return [dayOf(date), longDay(date)]
    }),
  )
}

function kept(): Picture[] {
  try {
    return JSON.parse(localStorage.getItem(key) ?? '[]') as Picture[]
  } catch {
    return []
  }
}

/** Keeps what the window shows now, as the picture of `state`. */
export function keepPicture(state: string, language: string) {
  const drawn = document.querySelector<HTMLElement>('[data-frame]')?.cloneNode(true) as HTMLElement | undefined
  if (!drawn?.querySelector('[data-area="today"] [data-date]')) return
  drawn.querySelectorAll('footer').forEach((bar) => bar.remove())
  drawn.querySelectorAll('[aria-live], [data-date], [data-passing]').forEach((text) => (text.textContent = ''))
  const html = drawn.outerHTML
  drawn.querySelectorAll('[data-count]').forEach((count) => count.remove())
  drawn.querySelectorAll('[data-company], [data-working]').forEach((name) => (name.textContent = ''))
  drawn.querySelectorAll('main > :not(header), main > header > :not(h1)').forEach((part) => part.remove())
  const mine: Picture = { page: page(), language, state, html, frame: drawn.outerHTML, dates: comingDates() }
  const others = kept().filter((one) => one.page === mine.page && (one.state !== state || one.language !== language))
  try {
    localStorage.setItem(key, JSON.stringify([mine, ...others].slice(0, most)))
  } catch {
    localStorage.removeItem(key) // no room: the window opens without it
  }
}
