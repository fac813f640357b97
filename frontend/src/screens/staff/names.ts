import * as m from '$m'
import { day, number } from '$lib/shell/format'
import { networkName } from '$lib/shell/networks'

type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad'

export const memberships = ['none', 'invited', 'active', 'paused', 'refused', 'left'] as const
export type Membership = (typeof memberships)[number]

const membershipNames: Record<Membership, () => string> = {
  none: m.staff_membership_none,
  invited: m.staff_membership_invited,
  active: m.staff_membership_active,
  paused: m.staff_membership_paused,
  refused: m.staff_membership_refused,
  left: m.staff_membership_left,
}

export const membershipName = (state: string, until = '') =>
  state === 'paused' && until
    ? m.staff_membership_paused_until({ day: day(until) })
    : (membershipNames[state as Membership]?.() ?? state)

// A refusal is a good answer: it has no colour of its own.
export const membershipTone = (state: string): Tone =>
  (({ active: 'good', invited: 'accent', paused: 'warn' })[state as string] as Tone | undefined) ?? 'plain'

/** What an import did, or would do: '14 people added, 2 rows refused'. */
export function importSaid(sum: { new: number; changed: number; unchanged?: number; rejected: number }): string {
  const parts: [number | undefined, (counts: { count: number; shown: string }) => string][] = [
    [sum.new, m.staff_import_added],
    [sum.changed, m.staff_import_changed],
    [sum.unchanged, m.staff_import_unchanged],
    [sum.rejected, m.staff_import_refused],
  ]
  const said = parts.flatMap(([count, word]) => (count ? [word({ count, shown: number(count) })] : []))
  return said.join(', ') || m.staff_import_nothing()
}

const skips: Record<string, () => string> = {
  already: m.staff_skip_already,
  invited: m.staff_skip_invited,
  refused: m.staff_skip_refused,
  left: m.staff_skip_left,
  left_firm: m.staff_skip_left_firm,
  restricted: m.staff_skip_restricted,
  unreachable: m.staff_skip_unreachable,
  gone: m.staff_skip_gone,
}
export const skipName = (code: string) => skips[code]?.() ?? code

const origins: Record<string, () => string> = {
  reply: m.staff_origin_reply,
  hr: m.staff_origin_hr,
  import: m.staff_origin_import,
  erasure: m.staff_origin_erasure,
  restore: m.staff_origin_restore,
}
export const originName = (origin: string) => origins[origin]?.() ?? origin

const fieldNames: Record<string, () => string> = {
  '': m.staff_field_ignored,
  name: m.staff_field_name,
  family_name: m.staff_field_family_name,
  given_name: m.staff_field_given_name,
  address: m.staff_field_address,
  employee_number: m.staff_field_employee_number,
  job: m.staff_field_job,
  department: m.staff_field_department,
  language: m.staff_field_language,
  manager: m.staff_field_manager,
  joined: m.staff_field_joined,
  left: m.staff_field_left,
  topics: m.staff_field_topics,
  network: m.staff_field_network,
  as_of: m.staff_field_as_of,
  membership: m.staff_field_membership,
  topic: m.staff_topic,
  profile: m.staff_field_profile,
  account: m.staff_field_profile,
  audience: m.staff_field_audience,
}
export const fieldName = (field: string) => fieldNames[field]?.() ?? field

/** What a column can be: 'job', or 'audience:linkedin' for the fields of one network. */
export function columnChoices(): { value: string; label: string }[] {
  const plain = ['', 'name', 'given_name', 'family_name', 'address', 'employee_number', 'job', 'department', 'language']
  const rest = ['manager', 'joined', 'left', 'topics', 'network', 'profile', 'audience', 'as_of', 'membership']
  const own = ['linkedin', 'x', 'facebook', 'instagram', 'threads', 'bluesky', 'mastodon', 'xing'].flatMap((id) => [
    { value: `profile:${id}`, label: m.staff_field_profile_on({ network: networkName(id) }) },
    { value: `audience:${id}`, label: m.staff_field_audience_on({ network: networkName(id) }) },
  ])
  return [...[...plain, ...rest].map((field) => ({ value: field, label: fieldName(field) })), ...own]
}
