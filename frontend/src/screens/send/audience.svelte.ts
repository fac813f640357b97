import * as bridge from '$lib/bridge/send'
import type { SendAudience, SendPerson, SendReach } from '$lib/bridge/send'
import { attempt, notice } from '$lib/shell/notices'
import { background } from '$lib/shell/background.svelte'
import { SvelteSet } from 'svelte/reactivity'
import * as m from '$m'

export type Show = 'all' | 'suggested' | 'chosen' | 'impossible'

const possible = (person: SendPerson) => person.hard.length === 0

/** Who is asked for one post: what was suggested, until somebody decides otherwise. */
export class Audience {
  data = $state<SendAudience>()
  error = $state<unknown>()
  chosen = new SvelteSet<number>()
  show = $state<Show>('all')
  current = $state(0)
  reach = $state<SendReach>()
  day = $state('')
  hour = $state('09:00')
  later = $state(false)
  word = $state('')
  spread = $state(0)
  busy = $state(false)
  private timer: ReturnType<typeof setTimeout> | undefined

  people = $derived.by(() => {
    const all = this.data?.people ?? []
    switch (this.show) {
      case 'suggested':
        return all.filter((person) => person.suggested)
      case 'chosen':
        return all.filter((person) => this.chosen.has(person.id))
      case 'impossible':
        return all.filter((person) => !possible(person))
    }
    return all
  })
  overridden = $derived(
    (this.data?.people ?? []).filter((person) => this.chosen.has(person.id) && person.soft.length > 0),
  )
  unfair = $derived(this.overridden.some((person) => person.soft.some((reason) => reason.code === 'no_give')))

  /** Opens a post; `only` are the people to choose among those who may be asked, instead of the suggested. */
  async open(post: number, only: number[] = []) {
    this.error = undefined
    if (this.data?.postId !== post) this.data = undefined
    try {
      this.data = await bridge.audience(post)
      if (only.length > 0) this.choose(only)
      else this.suggested()
      this.current = this.people[0]?.id ?? 0
    } catch (error) {
      this.error = error
    }
  }

  suggested() {
    this.chosen.clear()
    for (const person of this.data?.people ?? []) if (person.suggested) this.chosen.add(person.id)
    this.recount()
  }
  choose(ids: number[]) {
    const wanted = new Set(ids)
    this.chosen.clear()
    for (const person of this.data?.people ?? [])
      if (wanted.has(person.id) && possible(person)) this.chosen.add(person.id)
    this.recount()
  }
  none() {
    this.chosen.clear()
    this.recount()
  }
  /** Nobody who must not be asked can be added. */
  toggle(person: SendPerson) {
    if (!possible(person)) return
    if (this.chosen.has(person.id)) this.chosen.delete(person.id)
    else this.chosen.add(person.id)
    this.recount()
  }

  private recount() {
    clearTimeout(this.timer)
    this.timer = setTimeout(() => void this.count(), 150)
  }
  private async count() {
    const post = this.data?.postId
    if (!post) return
    this.reach = (await bridge.reach(post, [...this.chosen]).catch(() => undefined)) ?? this.reach
  }

  /** When the first may leave; undefined is now. */
  moment = $derived.by(() => {
    if (!this.later || !this.day) return undefined
    const at = new Date(`${this.day}T${this.hour || '09:00'}`)
    return Number.isNaN(at.getTime()) ? undefined : at
  })

  /** 'Later' without a day is not 'now'. */
  timing(): '' | 'missing' | 'past' {
    if (!this.later) return ''
    if (!this.moment) return 'missing'
    return this.moment.getTime() < Date.now() ? 'past' : ''
  }

  async send(): Promise<boolean> {
    const post = this.data?.postId
    if (!post || this.timing()) return false
    this.busy = true
    const plan = {
      postId: post,
      staff: [...this.chosen],
      notBefore: this.moment?.toISOString() ?? '',
      spreadDays: this.spread,
      word: this.word,
    }
    const outcome = await attempt(() => bridge.sendPost(plan))
    this.busy = false
    if (!outcome) return false
    this.word = ''
    const words = [m.send_queued({ count: outcome.queued })]
    if (outcome.skipped.length > 0) words.push(m.send_skipped({ count: outcome.skipped.length }))
    if (outcome.repeated > 0) words.push(m.send_repeated({ count: outcome.repeated }))
    notice(words.join('. '))
    background.changed()
    await this.open(post)
    return true
  }
}
