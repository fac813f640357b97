import * as bridge from '$lib/bridge/posts'
import type {
  CampaignLine,
  NetworkFacts,
  PostContent,
  PostPage,
  PostTopic,
  PostWording,
  VariantLook,
} from '$lib/bridge/posts'
import { undoStep } from '$lib/bridge/shell'
import { background } from '$lib/shell/background.svelte'
import { attempt, failure, notice } from '$lib/shell/notices'
import * as m from '$m'
import { movedTo, tagsOf, withTags } from './words'

const saveAfter = 600
/** Who types without a pause is kept too: a crash costs a second of writing at most. */
const saveAtLatest = 1000
const lookAfter = 80

/** One post under the pen: counts while one types, keeps at every pause. */
export class Editor {
  page = $state<PostPage>()
  content = $state<PostContent>()
  looks = $state<VariantLook[]>([])
  networks = $state<NetworkFacts[]>([])
  campaigns = $state<CampaignLine[]>([])
  topics = $state<PostTopic[]>([])
  tags = $state('')
  chosen = $state(0)
  /** The post that was just made: its first text waits for the pen. */
  fresh = $state(0)
  status = $state<'saved' | 'saving' | 'unsaved'>('saved')
  error = $state<unknown>()
  private saving: Promise<void> | undefined
  proposing = $state(false)
  private unsavedSince = 0
  private saveTimer: ReturnType<typeof setTimeout> | undefined
  private lookTimer: ReturnType<typeof setTimeout> | undefined

  constructor(private readonly onchange: () => void) {}

  async open(id: number) {
    if (this.page?.id === id) return
    await this.flush()
    this.error = undefined
    try {
      const [page, networks, campaigns, topics] = await Promise.all([
        bridge.getPost(id),
        bridge.networks(),
        bridge.campaigns(),
        bridge.topics(),
      ])
      this.networks = networks
      this.campaigns = campaigns
      this.topics = topics
      this.chosen = 0
      this.take(page)
    } catch (error) {
      this.page = undefined
      this.error = error
    }
  }

  private take(page: PostPage) {
    this.page = page
    this.content = page.content
    this.looks = page.looks
    this.tags = page.content.tags.map((tag) => `#${tag}`).join(' ')
    this.status = 'saved'
  }

  /** Something was typed. */
  touch() {
    if (this.status !== 'unsaved') this.unsavedSince = Date.now()
    this.status = 'unsaved'
    clearTimeout(this.saveTimer)
    clearTimeout(this.lookTimer)
    const wait = Math.min(saveAfter, Math.max(0, saveAtLatest - (Date.now() - this.unsavedSince)))
    this.saveTimer = setTimeout(() => void this.flush(), wait)
    this.lookTimer = setTimeout(() => void this.look(), lookAfter)
  }

  private async look() {
    if (!this.page || !this.content) return
    const id = this.page.id
    const looks = await bridge.lookAt(id, this.snapshot()).catch(() => undefined)
    if (looks && this.page?.id === id) this.looks = looks
  }

  private snapshot(): PostContent {
    const now = $state.snapshot(this.content) as PostContent
    return { ...now, tags: tagsOf(this.tags) }
  }

  /** Keeps what is not kept yet. One save runs at a time, so that the last words win. */
  async flush() {
    clearTimeout(this.saveTimer)
    if (this.saving) await this.saving
    if (this.status !== 'unsaved' || !this.page || !this.content) return
    this.saving = this.keep(this.page.id, this.snapshot())
    await this.saving
    this.saving = undefined
  }

  private async keep(id: number, content: PostContent) {
    this.status = 'saving'
    try {
      const page = await bridge.savePost(id, content)
      if (this.page?.id !== id) return
      this.page = page
      // What was typed meanwhile stays; only the ids of new texts are taken over.
      this.content?.variants.forEach((variant, index) => (variant.id = page.content.variants[index]?.id ?? variant.id))
      if ((this.status as string) === 'saving') {
        this.status = 'saved'
        this.looks = page.looks
      }
      this.onchange()
    } catch (error) {
      this.status = 'unsaved'
      failure(error)
    }
  }

  toggleTopic(id: number) {
    if (!this.content) return
    const has = this.content.topics.includes(id)
    this.content.topics = has ? this.content.topics.filter((topic) => topic !== id) : [...this.content.topics, id]
    this.touch()
  }

  add(network: string, language: string) {
    this.content?.variants.push({ id: 0, network, language, tone: '', text: '' })
    this.chosen = (this.content?.variants.length ?? 1) - 1
    this.touch()
  }

  /** Has the language model write a text for the network in hand, and puts it beside the others. */
  async propose() {
    await this.flush()
    const id = this.page?.id
    if (!id || this.proposing) return
    const like = this.content?.variants[this.chosen]
    this.proposing = true
    const wording = await attempt(() =>
      bridge.propose(id, like?.network ?? 'linkedin', like?.language ?? '', like?.tone ?? ''),
    )
    this.proposing = false
    if (!wording || this.page?.id !== id || !this.content) return
    const variants = this.content.variants
    // An empty text waits for words: they go there.
    const at = variants.findIndex((one) => one.network === wording.network && one.text.trim() === '')
    if (at < 0) variants.push(wording)
    else variants[at] = { ...wording, id: variants[at]!.id }
    this.chosen = at < 0 ? variants.length - 1 : at
    this.touch()
    notice(m.posts_proposal_here())
  }

  remove(index: number) {
    const gone = this.content?.variants.splice(index, 1)[0]
    this.chosen = Math.max(0, Math.min(this.chosen, (this.content?.variants.length ?? 1) - 1))
    this.touch()
    if (gone) notice(m.posts_remove_text(), () => this.putBack(index, gone))
  }

  private putBack(index: number, wording: PostWording) {
    this.content?.variants.splice(index, 0, wording)
    this.touch()
  }

  addTags(index: number) {
    const variant = this.content?.variants[index]
    if (!variant) return
    const disclosure = this.content?.disclosure.replace(/^#/, '') ?? ''
    variant.text = withTags(variant.text, [...tagsOf(this.tags), disclosure])
    this.touch()
  }

  async move(to: string) {
    await this.flush()
    const id = this.page?.id
    if (!id) return
    const step = await attempt(() => bridge.movePost(id, to))
    if (step === undefined) return
    await this.again(id)
    notice(movedTo(to), () => undoStep(step).then(() => this.again(id)))
  }

  async duplicate(template: boolean): Promise<number | undefined> {
    await this.flush()
    const id = this.page?.id
    if (!id) return
    const copy = await attempt(() => bridge.duplicatePost(id, template))
    this.onchange()
    return copy?.id
  }

  async revert(revision: number) {
    await this.flush()
    const id = this.page?.id
    if (!id) return
    const step = await attempt(() => bridge.revert(id, revision))
    if (step === undefined) return
    await this.again(id)
    notice(m.posts_reverted(), () => undoStep(step).then(() => this.again(id)))
  }

  private async again(id: number) {
    const page = await attempt(() => bridge.getPost(id))
    if (page && this.page?.id === id) this.take(page)
    this.onchange()
    background.changed()
  }
}
