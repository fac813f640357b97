import type { window as wire } from '$wails/go/models'
import * as Activity from '$wails/go/window/Activity'
import { call } from './call'

/** Who is at the laptop, and who may be. */
export type Who = wire.Who
/** One thing that was done. */
export type Deed = wire.Deed

export const who = () => call(Activity.Who())
/** Says who works from now on; a new name joins the choice, '' is nobody in particular. */
export const work = (name: string) => call(Activity.Work(name))
export const forget = (name: string) => call(Activity.Forget(name))
/** What was done, newest first; `before` is the last one seen, 0 for the newest. */
export const deeds = (actor: string, before: number) => call(Activity.List(actor, before))
