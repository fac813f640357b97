import type { Reply } from '$lib/bridge/replies'
import * as m from '$m'

type Tone = 'plain' | 'accent' | 'good' | 'warn' | 'bad'

const states: Record<string, () => string> = {
  shared: m.replies_state_shared,
  read: m.replies_state_read,
  declined: m.replies_state_declined,
  deferred: m.replies_state_deferred,
  paused: m.replies_state_paused,
  opt_out: m.replies_state_opt_out,
  accepted: m.replies_state_accepted,
  refused: m.replies_state_refused,
  question: m.replies_state_question,
  suggestion: m.replies_state_suggestion,
  review: m.replies_state_review,
  duplicate: m.replies_state_duplicate,
  unwanted: m.replies_state_unwanted,
  auto_reply: m.replies_state_auto_reply,
  bounce_hard: m.replies_state_bounce_hard,
  bounce_soft: m.replies_state_bounce_soft,
  delayed: m.replies_state_delayed,
  delivered: m.replies_state_delivered,
  read_receipt: m.replies_state_read_receipt,
  complaint: m.replies_state_complaint,
  own_loop: m.replies_state_own_loop,
}

export const stateName = (state: string) => states[state]?.() ?? state

// 'No', 'later' and 'read' are good answers: none of them has the colour of a fault.
export const stateTone = (state: string): Tone =>
  (({ shared: 'good', accepted: 'good', opt_out: 'warn', paused: 'warn', question: 'accent', suggestion: 'accent' })[
    state
  ] as Tone | undefined) ?? 'plain'

const toInvitation = [
  { state: 'accepted', keys: 'y' },
  { state: 'refused', keys: 'n' },
  { state: 'question', keys: 'e' },
]
const others = [
  { state: 'shared', keys: 's' },
  { state: 'read', keys: 'r' },
  { state: 'declined', keys: 'd' },
  { state: 'deferred', keys: 'l' },
  { state: 'paused', keys: 'p' },
  { state: 'opt_out', keys: 'o' },
  { state: 'suggestion', keys: 'g' },
  { state: 'question', keys: 'e' },
]

/**
 * One key each; the same letters in every language, since they stand beside their names. What a stranger writes can
 * only be dealt with, until somebody says who they are.
 */
export const choices = (reply: Reply): { state: string; keys: string }[] => {
  if (reply.staffId === 0) return others.filter((one) => one.state === 'question')
  if (reply.kind === 'invitation') return toInvitation
  // Whoever takes no part has nothing to pause: what cannot be recorded is not offered.
  return reply.doubts.includes('membership_not_member') ? others.filter((one) => one.state !== 'paused') : others
}

/** What can be accepted of a reply; '' where it was read as nothing that a person could say yes to. */
export const proposalOf = (reply: Reply): string =>
  choices(reply).some((one) => one.state === reply.proposed) ? reply.proposed : ''
