import './app.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { look } from '$lib/shell/look.svelte'

look.start()
const target = document.getElementById('app')
target?.replaceChildren() // theme.js may have put the picture of the last time there
if (target) mount(App, { target })
