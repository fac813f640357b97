import type { Overview } from './today'

/** What the window put into the page so that the first screen need not ask (app/window/start.go); {} without a window. */
export function start(): { overview?: Overview } {
  try {
    return JSON.parse(document.getElementById('start')?.textContent ?? '{}') as { overview?: Overview }
  } catch {
    return {}
  }
}
