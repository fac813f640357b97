import type { Component } from 'svelte'
import Building from '@lucide/svelte/icons/building-2'
import ChartColumn from '@lucide/svelte/icons/chart-column'
import Database from '@lucide/svelte/icons/database'
import History from '@lucide/svelte/icons/history'
import Info from '@lucide/svelte/icons/info'
import Mail from '@lucide/svelte/icons/mail'
import MonitorCog from '@lucide/svelte/icons/monitor-cog'
import Sparkles from '@lucide/svelte/icons/sparkles'
import Tags from '@lucide/svelte/icons/tags'
import type { Icon } from '$lib/parts'
import * as m from '$m'

interface Panel {
  id: string
  title: () => string
  icon: Icon
  load: () => Promise<{ default: Component }>
}

/** A panel is a file here by the name of its id: `panels/mail.svelte` is shown as soon as it exists. */
const files = import.meta.glob<{ default: Component }>('./panels/*.svelte')

const all: Omit<Panel, 'load'>[] = [
  { id: 'window', title: m.settings_window, icon: MonitorCog },
  { id: 'company', title: m.settings_company, icon: Building },
  { id: 'mail', title: m.settings_mail, icon: Mail },
  { id: 'topics', title: m.settings_topics, icon: Tags },
  { id: 'figures', title: m.settings_figures, icon: ChartColumn },
  { id: 'data', title: m.settings_data, icon: Database },
  { id: 'activity', title: m.settings_activity, icon: History },
  { id: 'model', title: m.settings_model, icon: Sparkles },
  { id: 'about', title: m.settings_about, icon: Info },
]

export const panels: Panel[] = all.flatMap((panel) => {
  const load = files[`./panels/${panel.id}.svelte`]
  return load ? [{ ...panel, load }] : []
})
