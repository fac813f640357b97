import './app.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { start } from '$lib/bridge/start'
import { guardDrops, openFrames } from '$lib/shell/drops'
import { look } from '$lib/shell/look.svelte'

look.start()
guardDrops(window)
openFrames()
const target = document.getElementById('app')
target?.replaceChildren() // theme.js may have put the picture of the last time there
const { rescue } = start()
// Not awaited at the top level: its chunk imports from this one, which would then wait for itself.
if (target && rescue)
  void import('./rescue/Rescue.svelte').then(({ default: Rescue }) =>
    mount(Rescue, { target, props: { state: rescue } }),
  )
else if (target) mount(App, { target })
