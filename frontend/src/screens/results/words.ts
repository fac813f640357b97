import { list, number } from '$lib/shell/format'
import * as m from '$m'

// Codes that come from Go, in the user's words.

const states: Record<string, () => string> = {
  counted: m.results_state_counted,
  held: m.results_state_held,
  void: m.results_state_void,
}
const origins: Record<string, () => string> = {
  reply: m.results_origin_reply,
  hand: m.results_origin_hand,
  import: m.results_origin_import,
}
const kinds: Record<string, () => string> = {
  views: m.results_views,
  likes: m.results_likes,
  comments: m.results_comments,
  reposts: m.results_reposts,
  clicks: m.results_clicks,
}
const flags: Record<string, () => string> = {
  before_post: m.results_flag_before_post,
  future: m.results_flag_future,
  url_twice: m.results_flag_url_twice,
  url_of_other: m.results_flag_url_of_other,
  audience_implausible: m.results_flag_audience,
  figure_implausible: m.results_flag_figure,
  reported_again: m.results_flag_again,
}
const stages: Record<string, () => string> = {
  received: m.results_stage_received,
  contacted: m.results_stage_contacted,
  interview: m.results_stage_interview,
  offer: m.results_stage_offer,
  hired: m.results_stage_hired,
  closed: m.results_stage_closed,
}

export const stateName = (code: string) => states[code]?.() ?? code
export const originName = (code: string) => origins[code]?.() ?? code
export const kindName = (code: string) => kinds[code]?.() ?? code
export const flagText = (code: string) => flags[code]?.() ?? code
export const stageName = (code: string) => stages[code]?.() ?? code
export const figureKinds = ['views', 'likes', 'comments', 'reposts', 'clicks']
export const stageCodes = Object.keys(stages)

/** '120 views and 4 likes'. */
export const figuresText = (figures: Record<string, number>) =>
  list(
    figureKinds
      .filter((kind) => figures[kind] !== undefined)
      .map((kind) => `${number(figures[kind] ?? 0)} ${kindName(kind).toLowerCase()}`),
  )
