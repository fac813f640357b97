import type { Who } from './activity'
import type { RescueState } from './rescue'
import type { Overview } from './today'

/** What the window put into the page so that the first screen need not ask (app/window/start.go). */
export interface Start {
  overview?: Overview
  working?: Who
  /** Instead of the others, where the workspace is damaged. */
  rescue?: RescueState
}

/** The state in the page; {} without a window. */
export function start(): Start {
  try {
    return JSON.parse(document.getElementById('start')?.textContent ?? '{}') as Start
  } catch {
    return {}
  }
}
