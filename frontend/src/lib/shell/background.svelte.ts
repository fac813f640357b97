import { hasBackend } from '$lib/bridge/call'
import { cancelJob, listJobs, onData, onJob, type Job } from '$lib/bridge/jobs'
import { attempt } from './notices'

/**
 * What failed, and what the end of the program cut off; a sync begins again by itself. What has gone well since, or is
 * away for a while only, need not be told.
 */
export const untold = (jobs: Job[]): Job[] =>
  jobs.filter(
    (job) =>
      ((job.state === 'failed' && !job.quiet) || (job.state === 'interrupted' && job.kind !== 'sync')) &&
      !jobs.some((later) => later.id > job.id && later.state === 'done' && sameWork(later, job)),
  )

const sameWork = (one: Job, other: Job) =>
  one.kind === other.kind && JSON.stringify(one.params) === JSON.stringify(other.params)

/** What runs in the background. A screen may ask to hear when a job ends or data changed: `background.on(...)`. */
class Background {
  jobs = $state.raw<Job[]>([])
  running = $derived(this.jobs.filter((job) => job.state === 'running'))
  failed = $derived(untold(this.jobs).filter((job) => !this.seen.has(job.id)))
  /** How the last reading and sending of mail ended; undefined where none has. */
  synced = $derived(this.jobs.find((job) => job.kind === 'sync' && (job.state === 'done' || job.state === 'failed')))
  online = $state(typeof navigator === 'undefined' ? true : navigator.onLine)
  private seen = $state.raw(new Set<number>())
  private hearers = new Set<() => void>()
  private soon: ReturnType<typeof setTimeout> | undefined
  private since: number | undefined

  start(): () => void {
    const sky = () => (this.online = navigator.onLine)
    window.addEventListener('online', sky)
    window.addEventListener('offline', sky)
    const ends = [onJob((job) => this.take(job)), onData(() => this.changed())]
    // Events before the page listened are lost, so the state is asked for once.
    if (hasBackend()) void attempt(async () => (this.jobs = await listJobs()))
    return () => {
      window.removeEventListener('online', sky)
      window.removeEventListener('offline', sky)
      ends.forEach((end) => end())
    }
  }

  cancel = (id: number) => attempt(() => cancelJob(id))
  /** The failure has been read. */
  dismiss = (id: number) => (this.seen = new Set([...this.seen, id]))

  /** Calls `hear` when a job has ended or the data was changed from outside, at most twice a second. */
  on(hear: () => void): () => void {
    this.hearers.add(hear)
    return () => this.hearers.delete(hear)
  }

  /** Tells the screens and the side bar that something changed: call it after a step that changes counts. */
  changed() {
    clearTimeout(this.soon)
    const now = Date.now()
    this.since ??= now
    // After the last of many changes, but no later than this after the first: whoever goes on and on sees the counts move.
    const wait = Math.max(0, Math.min(300, this.since + 1500 - now))
    this.soon = setTimeout(() => {
      this.since = undefined
      this.hearers.forEach((hear) => hear())
    }, wait)
  }

  private take(job: Job) {
    this.jobs = [job, ...this.jobs.filter((other) => other.id !== job.id)].sort((a, b) => b.id - a.id).slice(0, 30)
    if (job.state !== 'running') this.changed()
  }
}

export const background = new Background()
