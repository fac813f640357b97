import { deeds, type Deed } from '$lib/bridge/activity'
import { undoStep } from '$lib/bridge/shell'
import { background } from '$lib/shell/background.svelte'
import { attempt } from '$lib/shell/notices'
import * as m from '$m'

/** What each step is called; the journal names steps feature.step. */
const names: Record<string, () => string> = {
  'article.triaged': m.activity_article_triaged,
  'article.topics': m.activity_article_topics,
  'campaign.saved': m.activity_campaign_saved,
  'click.imported': m.activity_click_imported,
  'page.figure': m.activity_page_figure,
  'post.created': m.activity_post_created,
  'post.reverted': m.activity_post_reverted,
  'post.sent': m.activity_post_sent,
  'post.state': m.activity_post_state,
  'referral.changed': m.activity_referral_changed,
  'reply.decided': m.activity_reply_decided,
  'requests.expired': m.activity_requests_expired,
  'setting.changed': m.activity_setting_changed,
  'share.corrected': m.activity_share_corrected,
  'share.decided': m.activity_share_decided,
  'share.entered': m.activity_share_entered,
  'share.figure': m.activity_share_figure,
  'share.imported': m.activity_share_imported,
  'share.voided': m.activity_share_voided,
  'staff.copied': m.activity_staff_copied,
  'staff.erased': m.activity_staff_erased,
  'staff.import_undone': m.activity_staff_import_undone,
  'staff.imported': m.activity_staff_imported,
  'staff.membership': m.activity_staff_membership,
  'staff.merged': m.activity_staff_merged,
  'staff.moved': m.activity_staff_moved,
  'staff.restricted': m.activity_staff_restricted,
  'staff.topic_set': m.activity_staff_topic_set,
  'workspace.restored': m.activity_workspace_restored,
  'workspace.trusted': m.activity_workspace_trusted,
}

export const deedName = (verb: string): string => (names[verb] ?? m.activity_other)()

/** How many deeds come at a time: fewer, and there are no more. */
const page = 60

/** The log of one person, or of everybody. */
export class Activity {
  actor = $state('')
  rows = $state.raw<Deed[]>()
  more = $state(false)

  async load() {
    const rows = await attempt(() => deeds(this.actor, 0))
    if (!rows) return
    this.rows = rows
    this.more = rows.length === page
  }
  async next() {
    const last = this.rows?.at(-1)
    const rows = last && (await attempt(() => deeds(this.actor, last.id)))
    if (!rows) return
    this.rows = [...(this.rows ?? []), ...rows]
    this.more = rows.length === page
  }
  choose = (actor: string) => {
    this.actor = actor
    void this.load()
  }
  undo = async (id: number) => {
    await attempt(() => undoStep(id))
    background.changed()
    await this.load()
  }
}
