import type { NetworkFacts, PostProblem } from '$lib/bridge/posts'
import { number } from '$lib/shell/format'
import * as m from '$m'

export type State = 'draft' | 'submitted' | 'approved' | 'archived' | 'expired'

const states: Record<State, () => string> = {
  draft: m.posts_state_draft,
  submitted: m.posts_state_submitted,
  approved: m.posts_state_approved,
  archived: m.posts_state_archived,
  expired: m.posts_state_expired,
}
export const stateName = (state: string) => states[state as State]?.() ?? state

export const stateTone = (state: string): 'plain' | 'good' | 'accent' | 'warn' =>
  state === 'approved' ? 'good' : state === 'submitted' ? 'accent' : state === 'expired' ? 'warn' : 'plain'

const moved: Record<string, () => string> = {
  submitted: m.posts_moved_submitted,
  approved: m.posts_moved_approved,
  draft: m.posts_moved_draft,
  archived: m.posts_moved_archived,
}
export const movedTo = (state: string) => moved[state]?.() ?? state

const objectives: Record<string, () => string> = {
  employer_brand: m.posts_objective_employer_brand,
  referral: m.posts_objective_referral,
  visibility: m.posts_objective_visibility,
  traffic: m.posts_objective_traffic,
  business: m.posts_objective_business,
}
export const objectiveNames = () => Object.entries(objectives).map(([value, name]) => ({ value, label: name() }))
export const objectiveName = (value: string) => objectives[value]?.() ?? value

const campaignStates: Record<string, () => string> = {
  planned: m.posts_cstate_planned,
  running: m.posts_cstate_running,
  done: m.posts_cstate_done,
  archived: m.posts_cstate_archived,
}
export const campaignStateNames = () =>
  Object.entries(campaignStates).map(([value, name]) => ({ value, label: name() }))
export const campaignStateName = (value: string) => campaignStates[value]?.() ?? value

interface Filling {
  network: string
  have: string
  limit: string
  text: string
}
const problems: Record<string, (filling: Filling) => string> = {
  no_title: () => m.posts_problem_no_title(),
  expired: () => m.posts_problem_expired(),
  article_gone: () => m.posts_problem_article_gone(),
  article_expired: () => m.posts_problem_article_expired(),
  nothing_to_share: () => m.posts_problem_nothing_to_share(),
  no_variants: () => m.posts_problem_no_variants(),
  no_alt: () => m.posts_problem_no_alt(),
  over_limit: m.posts_problem_over_limit,
  too_many_hashtags: m.posts_problem_too_many_hashtags,
  too_many_links: m.posts_problem_too_many_links,
  empty: m.posts_problem_empty,
  placeholder_unknown: m.posts_problem_placeholder_unknown,
  proposal_untouched: m.posts_problem_proposal_untouched,
  no_disclosure: m.posts_problem_no_disclosure,
  too_alike: m.posts_problem_too_alike,
  same_for_all: m.posts_problem_same_for_all,
}

/** A warning in words. */
export function problemText(problem: PostProblem, networks: NetworkFacts[]): string {
  const network = networks.find((facts) => facts.id === problem.network)?.name ?? problem.network
  const say = problems[problem.code]
  return say
    ? say({ network, have: number(problem.have), limit: number(problem.limit), text: problem.text })
    : problem.code
}

/** Tags as one types them: '#a, b  #c' are three. */
export const tagsOf = (text: string): string[] =>
  text
    .split(/[\s,;]+/)
    .map((tag) => tag.replace(/^#+/, ''))
    .filter(Boolean)

/** The text with those tags at its end that it lacks; their case does not matter. */
export function withTags(text: string, tags: string[]): string {
  const have = new Set((text.match(/#[\p{L}\p{N}_]+/gu) ?? []).map((tag) => tag.slice(1).toLowerCase()))
  const missing = tags.filter((tag) => tag && !have.has(tag.toLowerCase()))
  if (missing.length === 0) return text
  return `${text.trimEnd()}${text.trim() ? '\n' : ''}${missing.map((tag) => `#${tag}`).join(' ')}`
}
