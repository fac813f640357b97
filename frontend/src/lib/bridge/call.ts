import { Fault, toFault } from './fault'

/**
 * Awaits a bound Go method and turns what it rejects with into a Fault. Every wrapper in this folder goes
 * through it:
 *
 *     export const keep = (id: number) => call(Library.Keep(id))
 */
export async function call<T>(promise: Promise<T>): Promise<T> {
  try {
    return await promise
  } catch (error) {
    throw toFault(error)
  }
}

/** Whether the page runs inside the window (or the dev build), with Go behind it. */
export function hasBackend(): boolean {
  return typeof window !== 'undefined' && 'go' in window
}

export { Fault }
