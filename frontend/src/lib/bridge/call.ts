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

/** What of a wire type crosses: its fields. Wails declares it as a class, whose code the page has no need of. */
type Fields<T> = T extends (infer Each)[]
  ? Fields<Each>[]
  : T extends object
    ? { [Key in keyof T as T[Key] extends (...given: never[]) => unknown ? never : Key]: Fields<T[Key]> }
    : T

/** A value for a bound method that takes a T. */
export const sent = <T>(value: Fields<T>) => value as T
