import * as m from '$m'

/** What each kind of background work is called. A feature that starts a new kind names it here. */
const names: Record<string, () => string> = {
  sync: m.shell_job_sync,
  send: m.shell_job_send,
  feeds: m.shell_job_feeds,
  copies: m.library_job_copies,
  topics: m.library_job_topics,
  import: m.shell_job_import,
  backup: m.shell_job_backup,
  restore: m.shell_job_restore,
  export: m.shell_job_export,
  report: m.shell_job_report,
  clip: m.shell_job_clip,
}

/** Steps that a job names while it runs. */
const steps: Record<string, () => string> = {
  connect: m.shell_step_connect,
  read: m.shell_step_read,
  reading: m.shell_step_reading,
  replies: m.shell_step_replies,
  fetch: m.shell_step_fetch,
  send: m.shell_step_send,
  sending: m.shell_step_send,
  feeds: m.shell_step_feeds,
  check: m.shell_step_check,
  write: m.shell_step_write,
}

/** 'import_staff' and 'import.staff' are imports too: the first word that is known names the kind. */
export function jobName(kind: string): string {
  const name =
    names[kind] ??
    kind
      .split(/[._-]/)
      .map((word) => names[word])
      .find(Boolean)
  return name ? name() : m.shell_job_other()
}

export function jobStep(step: string): string {
  const name = steps[step]
  return name ? ` · ${name()}` : ''
}
