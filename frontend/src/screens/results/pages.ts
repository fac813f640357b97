import type { Choice, PageFigure } from '$lib/bridge/results'

type Given = string | number
export interface PageForm {
  network: string
  asOf: string
  followers: Given
  reach: Given
  reactions: Given
  /** In per cent. */
  overlap: Given
}

const numberOf = (given: Given) => (given === '' || given === null ? undefined : Number(given))

/** What was typed, as it crosses: what was left empty is not known. */
export function toFigure(form: PageForm): PageFigure {
  const overlap = numberOf(form.overlap)
  return {
    network: form.network,
    asOf: form.asOf,
    followers: numberOf(form.followers),
    reachPerPost: numberOf(form.reach),
    reactionsPerPost: numberOf(form.reactions),
    overlap: overlap === undefined ? undefined : overlap / 100,
  }
}

/** Networks whose factor is shown; the rest keep theirs. */
export const shownFactors = (all: Choice[]) =>
  all.filter((choice) =>
    ['linkedin', 'x', 'facebook', 'instagram', 'threads', 'bluesky', 'mastodon'].includes(choice.key),
  )
