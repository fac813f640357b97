import './app.css'
import { mount } from 'svelte'
import App from './App.svelte'
import { look } from '$lib/shell/look.svelte'

look.start()
const target = document.getElementById('app')
if (target) mount(App, { target })
