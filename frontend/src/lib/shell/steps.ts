import Database from '@lucide/svelte/icons/database'
import Mail from '@lucide/svelte/icons/mail'
import Plus from '@lucide/svelte/icons/plus'
import RefreshCw from '@lucide/svelte/icons/refresh-cw'
import Upload from '@lucide/svelte/icons/upload'
import { backUpNow } from '$lib/bridge/data'
import { refresh } from '$lib/bridge/library'
import * as m from '$m'
import { actions, type Action } from './actions.svelte'
import { areaIcons, areaNames, type Area } from './areas'
import { attempt } from './notices'
import { router } from './router.svelte'

/** A part of a screen, or a step in it, as the palette finds it. */
function lead(area: Area, label: string, path: string[], query: Record<string, string> = {}): Action {
  return {
    id: `lead.${area}.${path.join('.')}.${Object.values(query).join('.')}`,
    label,
    detail: areaNames[area](),
    also: areaNames[area](),
    icon: query.do || query.add ? Plus : areaIcons[area],
    run: () => router.go(area, path, query),
  }
}

/** What the screens can do, for the palette; what a screen in front can do beyond that, its keys say. */
export function addScreenSteps() {
  actions.add(() => [
    { id: 'feeds', label: m.library_refresh(), icon: RefreshCw, run: () => void attempt(() => refresh()) },
    { id: 'backup', label: m.data_back_up_now(), icon: Database, run: () => void attempt(backUpNow) },
    lead('library', m.library_add_title(), [], { add: 'link' }),
    lead('library', m.library_add_source(), [], { add: 'source' }),
    lead('library', m.library_kept(), [], { state: 'kept' }),
    lead('library', m.library_offers(), [], { kind: 'job_offer' }),
    lead('posts', m.posts_new(), [], { do: 'new' }),
    lead('posts', m.posts_campaigns(), ['campaigns']),
    lead('posts', m.posts_calendar(), ['calendar']),
    lead('send', m.send_sendings(), [], { show: 'sendings' }),
    lead('send', m.send_digests(), [], { show: 'digests' }),
    lead('replies', m.replies_handled(), [], { show: 'handled' }),
    { ...lead('staff', m.staff_import_title(), ['import'], { choose: '1' }), icon: Upload },
    lead('staff', m.staff_add(), [], { do: 'add' }),
    { ...lead('staff', m.staff_invite_all(), [], { do: 'invite' }), icon: Mail },
    lead('staff', m.staff_tab_departments(), ['departments']),
    lead('staff', m.staff_tab_topics(), ['topics']),
    lead('staff', m.staff_tab_rules(), ['rules']),
    lead('results', m.results_enter(), [], { do: 'enter' }),
    lead('results', m.results_review(), [], { do: 'review' }),
    lead('results', m.results_export_pdf(), [], { do: 'pdf' }),
    lead('results', m.results_export_xlsx(), [], { do: 'xlsx' }),
    lead('results', m.results_ledger(), ['ledger']),
    lead('results', m.results_referrals(), ['referrals']),
    lead('results', m.results_pages(), ['pages']),
    lead('settings', m.settings_window(), ['window']),
    lead('settings', m.settings_company(), ['company']),
    lead('settings', m.settings_mail(), ['mail']),
    lead('settings', m.settings_topics(), ['topics']),
    lead('settings', m.settings_figures(), ['figures']),
    lead('settings', m.settings_data(), ['data']),
    lead('settings', m.settings_activity(), ['activity']),
    lead('settings', m.settings_model(), ['model']),
    lead('settings', m.settings_about(), ['about']),
  ])
}
