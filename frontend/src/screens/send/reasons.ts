import type { SendReason } from '$lib/bridge/send'
import { day } from '$lib/shell/format'
import { look } from '$lib/shell/look.svelte'
import * as m from '$m'

const languageName = (code: string) => {
  try {
    return new Intl.DisplayNames([look.language], { type: 'language' }).of(code) ?? code
  } catch {
    return code
  }
}

type Params = Record<string, string>
const get = (params: Params, name: string) => params[name] ?? ''

const memberships: Record<string, () => string> = {
  none: m.send_membership_none,
  invited: m.send_membership_invited,
  refused: m.send_membership_refused,
  left: m.send_membership_left,
  paused: m.send_membership_paused,
}

const reasons: Record<string, (params: Params) => string> = {
  job: (p) => m.send_reason_job({ job: get(p, 'job') }),
  topic: (p) => m.send_reason_topic({ topics: get(p, 'topics') }),
  liked: (p) => m.send_reason_liked({ topics: get(p, 'topics') }),
  news: () => m.send_reason_news(),
  general: () => m.send_reason_general(),
  suggested: () => m.send_reason_suggested(),
  not_member: (p) =>
    m.send_reason_not_member({ membership: memberships[get(p, 'membership')]?.() ?? get(p, 'membership') }),
  paused: (p) => m.send_reason_paused({ until: p.until ? day(p.until) : '…' }),
  restricted: () => m.send_reason_restricted(),
  unreachable: () => m.send_reason_unreachable(),
  already: () => m.send_reason_already(),
  cap_asks: (p) => m.send_reason_cap_asks({ cap: get(p, 'cap') }),
  cap_mails: (p) => m.send_reason_cap_mails({ cap: get(p, 'cap') }),
  topic_refused: (p) => (p.topic ? m.send_reason_topic_refused({ topic: p.topic }) : m.send_reason_topic_refused_any()),
  placeholder: (p) => m.send_reason_placeholder({ name: get(p, 'name') }),
  too_long: (p) => m.send_reason_too_long({ network: get(p, 'network') }),
  overridden: (p) => m.send_reason_overridden({ word: get(p, 'word') }),
  no_give: () => m.send_reason_no_give(),
  more_asks: (p) => m.send_reason_more_asks({ asks: get(p, 'asks'), gives: get(p, 'gives') }),
  no_topic: () => m.send_reason_no_topic(),
  other_work: () => m.send_reason_other_work(),
  language: (p) => m.send_reason_language({ languages: get(p, 'languages').split(', ').map(languageName).join(', ') }),
  no_network: (p) => m.send_reason_no_network({ networks: get(p, 'networks') }),
  gone: () => m.send_reason_gone(),
  left_firm: () => m.send_reason_left_firm(),
  hold_reply: () => m.send_reason_hold_reply(),
  hold_dispatch: () => m.send_reason_hold_dispatch(),
  dispatch_cancelled: () => m.send_reason_dispatch_cancelled(),
  post_expired: () => m.send_reason_post_expired(),
  post_withdrawn: () => m.send_reason_post_withdrawn(),
  request_gone: () => m.send_reason_request_gone(),
  answered: () => m.send_reason_answered(),
}

/** A reason in words; a code of the mail server stands as it is. */
export function reasonText(reason: SendReason): string {
  const say = reasons[reason.code]
  // What was withdrawn right before it left carries a code alone: no empty brackets then.
  return say ? say(reason.params).replace(/\s*\(\)$/, '') : m.send_reason_other({ code: reason.code })
}
