import type { Kind, State } from '$lib/bridge/library'
import * as m from '$m'

/** The state of one article. */
export const oneStateNames: Record<State, () => string> = {
  inbox: m.library_one_inbox,
  kept: m.library_one_kept,
  archived: m.library_one_archived,
  discarded: m.library_one_discarded,
  expired: m.library_one_expired,
}

export const kindNames: Record<Kind, () => string> = {
  article: m.library_article_kind,
  job_offer: m.library_job_offer_kind,
  company_news: m.library_news_kind,
  event: m.library_event_kind,
}

/** The words that led to a proposal, as a person reads them. */
export function whyText(why: string[]): string {
  const words = why.map((word) => (word === 'source' ? m.library_because_source() : word))
  return words.length > 0 ? m.library_proposed({ why: words.join(', ') }) : m.library_proposed_plain()
}
