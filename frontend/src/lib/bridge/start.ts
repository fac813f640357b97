import type { Who } from './activity'
import type { Overview } from './today'

/** What the window put into the page so that the first screen need not ask (app/window/start.go). */
export interface Start {
  overview?: Overview
  working?: Who
}

/** The state in the page; {} without a window. */
export function start(): Start {
  try {
    return JSON.parse(document.getElementById('start')?.textContent ?? '{}') as Start
  } catch {
    return {}
  }
}
