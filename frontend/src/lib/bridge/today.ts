import type { window as wire } from '$wails/go/models'
import * as Today from '$wails/go/window/Today'
import { call } from './call'

type Plain<T> = Omit<T, 'convertValues'>
/** What needs a person now, and the last twelve weeks. */
export type Overview = Plain<wire.Overview>

export const overview = () => call(Today.Overview()) as Promise<Overview>

/** Hides the first steps on Today, or shows them again. */
export const hideFirstSteps = (hidden: boolean) => call(Today.HideFirstSteps(hidden))
