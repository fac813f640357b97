import RefreshCw from '@lucide/svelte/icons/refresh-cw'
import * as m from '$m'
import type { Icon } from '$lib/parts'
import { areaIcons, areaNames, areas } from './areas'
import { desk } from './desk.svelte'
import { readAndSend } from './mail'
import { look, languages } from './look.svelte'
import { router } from './router.svelte'

/** One thing that can be done from the palette. */
export interface Action {
  id: string
  label: string
  /** Where it is. */
  detail?: string
  /** Other words that find it. */
  also?: string
  icon?: Icon
  keys?: string
  run: () => void
}

/**
 * Actions of the palette beyond the keys of the screen in front: the shell's own below, the screens' in steps.ts.
 */
class Actions {
  private makers = $state.raw<(() => Action[])[]>([])
  all = $derived(this.makers.flatMap((make) => make()))

  /** `make` is called anew when the language changes. */
  add(make: () => Action[]) {
    this.makers = [...this.makers, make]
  }
}

export const actions = new Actions()

/** What the shell itself can do. */
export function addShellActions(open: { keysSheet: () => void; guide: () => void }) {
  actions.add(() => [
    ...areas.map((area, index) => ({
      id: `go.${area}`,
      label: m.shell_go_to({ screen: areaNames[area]() }),
      icon: areaIcons[area],
      keys: `mod ${index + 1}`,
      run: () => router.go(area),
    })),
    ...(desk.overview?.mailSet
      ? [
          {
            id: 'mail',
            label: m.today_sync(),
            also: 'sync mail courrier',
            icon: RefreshCw,
            keys: 'f9',
            run: readAndSend,
          },
        ]
      : []),
    { id: 'look.light', label: m.shell_theme_light(), also: 'theme', run: () => look.set({ theme: 'light' }) },
    { id: 'look.dark', label: m.shell_theme_dark(), also: 'theme', run: () => look.set({ theme: 'dark' }) },
    { id: 'look.system', label: m.shell_theme_system(), also: 'theme', run: () => look.set({ theme: 'system' }) },
    ...languages.map(({ value, label }) => ({
      id: `language.${value}`,
      label: m.shell_language_to({ language: label }),
      also: 'language langue',
      run: () => look.set({ language: value }),
    })),
    { id: 'zoom.in', label: m.shell_zoom_in(), keys: 'mod +', run: () => look.zoom(1) },
    { id: 'zoom.out', label: m.shell_zoom_out(), keys: 'mod -', run: () => look.zoom(-1) },
    { id: 'zoom.reset', label: m.shell_zoom_reset(), keys: 'mod 0', run: () => look.zoom(0) },
    { id: 'keys', label: m.shell_keys(), keys: '?', run: open.keysSheet },
    { id: 'guide', label: m.shell_guide(), keys: 'f1', run: open.guide },
  ])
}
