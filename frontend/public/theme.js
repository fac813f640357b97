// Runs before the first paint, so that a dark desk never flashes white, and so that what was last seen is there at once. The
// look is kept by lib/shell/look.svelte.ts, the picture by lib/shell/picture.ts; this only reads them.
const page = document.currentScript.dataset.page // undefined where Vite serves the page
let look = {}
try {
  look = JSON.parse(localStorage.getItem('relais.look') || '{}')
  const dark = look.theme === 'dark' || (look.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  if (look.textSize) document.documentElement.style.fontSize = look.textSize + '%'
  if (look.language) document.documentElement.lang = look.language
} catch {
  document.documentElement.dataset.theme = 'light'
}

function lastPicture() {
  const now = JSON.parse(document.getElementById('start').textContent)
  const { company, welcomed, staff, sources } = now.overview
  const language = look.language || (navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en')
  const kept = JSON.parse(localStorage.getItem('relais.picture') || '[]').filter(
    (one) => one.page === page && one.language === language,
  )
  const fresh = !company && !welcomed && !staff && !sources // the welcome comes first
  if (kept.length === 0 || fresh || !['', '#/', '#/today'].includes(location.hash)) return

  const date = new Date()
  const two = (value) => String(value).padStart(2, '0')
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`
  const state = JSON.stringify(now)
  const same = kept.find((one) => one.state === state && one.dates[day])
  const app = document.getElementById('app')
  app.innerHTML = same ? same.html : kept[0].frame
  app.firstElementChild.inert = true
  if (same) app.querySelector('[data-date]').textContent = same.dates[day]
  else app.querySelector('[data-company]').textContent = company || 'Relais'
}

/** Calls `then` once what stands in the page is painted, or soon where nothing is: behind other windows. */
function afterPaint(then) {
  let due = then
  const once = () => {
    due?.()
    due = undefined
  }
  requestAnimationFrame(() => setTimeout(once))
  setTimeout(once, 250)
}

document.addEventListener('DOMContentLoaded', () => {
  const app = document.getElementById('app')
  try {
    lastPicture()
  } catch {
    app.replaceChildren() // as if there were none
  }
  const begin = () => page && import(page)
  if (app.firstElementChild) afterPaint(begin)
  else begin()
})
