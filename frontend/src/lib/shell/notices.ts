import { faultSentence } from '$lib/bridge/fault'
import { sentences } from '$lib/bridge/sentences.svelte'
import * as m from '$m'
import { look } from './look.svelte'

// The notices come with the first that is shown, or once the first screen stands.
const shown = () => import('svelte-sonner').then(({ toast }) => toast)

/** Says that something was done. With `undo`, for six seconds, offers to take it back (and Ctrl/Cmd Z does too). */
export function notice(text: string, undo?: () => Promise<unknown> | void): void {
  last = undo
  // One at a time: who sorts thirty articles does not want thirty notices.
  void shown().then((toast) =>
    toast(text, {
      id: 'notice',
      duration: undo ? 6000 : 3500,
      action: undo ? { label: m.shell_undo(), onClick: () => void takeBack(undo) } : undefined,
    }),
  )
}

/** Says what went wrong, in the fault's own sentence; stays until it is closed. */
export function failure(error: unknown): void {
  void Promise.all([shown(), sentences.load()]).then(([toast]) =>
    toast.error(faultSentence(error, look.language), { duration: 12_000 }),
  )
}

/** Runs a step and says what went wrong, if anything did; undefined then. */
export async function attempt<T>(step: () => Promise<T>): Promise<T | undefined> {
  try {
    return await step()
  } catch (error) {
    failure(error)
    return undefined
  }
}

let last: (() => Promise<unknown> | void) | undefined

async function takeBack(undo: () => Promise<unknown> | void) {
  if (last === undo) last = undefined
  const done = await attempt(async () => {
    await undo()
    return true
  })
  if (done) (await shown())(m.shell_undone(), { duration: 2500 })
}

/** Ctrl/Cmd Z outside a text field: takes the last step back. Says whether there was one. */
export function undoLast(): boolean {
  if (!last) return false
  void takeBack(last)
  return true
}
