import type { window as wire } from '$wails/go/models'
import * as Jobs from '$wails/go/window/Jobs'
import { call } from './call'
import { on } from './events'

/** Work in the background, as the bar at the foot shows it. */
export type Job = Omit<wire.Job, 'convertValues'>

export const listJobs = () => call(Jobs.List()) as Promise<Job[]>
export const cancelJob = (id: number) => call(Jobs.Cancel(id))
/** At most ten a second for each job, the last one always. */
export const onJob = (hear: (job: Job) => void) => on<Job>('job:changed', hear)
/** Something changed the data outside the page: a command, or the sync in the background. */
export const onData = (hear: (what: string) => void) => on<string>('data:changed', hear)
