// How smoothly the library's list scrolls over 100,000 articles, beside a plain list of 300 rows in the same browser.
//   node e2e/scroll.bench.js WORKSPACE     (build/tools/fill makes one; build/tmp/relais-dev is used)
// A frame is dropped where two draws lie more than 25 ms apart on a display of 60 Hz. 'Bare' is the greatest share of the list's height that
// stood without a row, 'waiting' that with a row whose text had not come yet, and
// 'work' what the page's thread did for a frame, layout and painting included.
import { openDesk } from './desk.js'

/** Runs in the page: scrolls `box` by `step` pixels a frame, and looks at every frame. */
async function scroll({ selector, step, frames }) {
  const box = document.querySelector(selector)
  const gaps = []
  const work = []
  let bare = 0
  let waiting = 0
  let last = 0
  const look = () => {
    const frame = box.getBoundingClientRect()
    let covered = 0
    let empty = 0
    for (const row of box.querySelectorAll('[role=option]')) {
      const at = row.getBoundingClientRect()
      const seen = Math.min(at.bottom, frame.bottom) - Math.max(at.top, frame.top)
      if (seen <= 0 || getComputedStyle(row).visibility === 'hidden') continue
      covered += seen
      if (row.querySelector('[aria-hidden=true]:not(svg)')) empty += seen
    }
    bare = Math.max(bare, 1 - covered / frame.height)
    waiting = Math.max(waiting, empty / frame.height)
  }
  await new Promise((done) => {
    const tick = (now) => {
      if (last) gaps.push(now - last)
      last = now
      if (gaps.length >= frames) return done()
      if (gaps.length > 0) look()
      const began = performance.now()
      box.scrollTop += step
      requestAnimationFrame(tick)
      // The next task comes once this frame has been laid out and painted.
      const { port1, port2 } = new MessageChannel()
      port1.onmessage = () => work.push(performance.now() - began)
      port2.postMessage(0)
    }
    requestAnimationFrame(tick)
  })
  const at = (list, p) => list.sort((a, b) => a - b)[Math.min(list.length - 1, Math.floor(list.length * p))]
  const [cost, most] = [at(work, 0.5), at(work, 0.95)]
  return {
    p50: at(gaps, 0.5),
    p95: at(gaps, 0.95),
    max: at(gaps, 1),
    cost,
    most,
    dropped: gaps.filter((gap) => gap > 25).length,
    bare,
    waiting,
  }
}

const text = 'Words of a row that stands there plainly, as long as a title and its passage are together. '
const plain = `<div id="box" style="height:700px;width:400px;overflow-y:auto;contain:strict">${Array.from(
  { length: 300 },
  (_, n) => `<div role="option" style="height:104px;overflow:hidden"><p>${n} ${text}</p><p>${text}</p></div>`,
).join('')}</div>`

const desk = await openDesk({ workspace: process.argv[2] })
try {
  const peer = await (await desk.browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage()
  await peer.setContent(plain)
  await peer.waitForTimeout(500)
  const page = await desk.page({ at: '#/library' })
  await page.locator('[role=listbox] article').first().waitFor()
  await page.waitForTimeout(2000)
  const show = (name, { p50, p95, max, cost, most, dropped, bare, waiting }) =>
    console.log(
      `${name.padEnd(34)} p50 ${p50.toFixed(1)} p95 ${p95.toFixed(1)} max ${max.toFixed(1)} ms, work p50 ${cost.toFixed(1)} p95 ${most.toFixed(1)} ms, ${dropped} dropped, bare ${(bare * 100).toFixed(0)} %, waiting ${(waiting * 100).toFixed(0)} %`,
    )
  for (const [name, step] of [
    ['reading, 8 px a frame', 8],
    ['a wheel, 60 px a frame', 60],
    ['flung, 400 px a frame', 400],
    ['the bar drawn, 12,000 px a frame', 12000],
  ]) {
    const frames = 240
    await peer.bringToFront()
    if (step < 100) show(`plain: ${name}`, await peer.evaluate(scroll, { selector: '#box', step, frames }))
    await page.bringToFront()
    show(`library: ${name}`, await page.evaluate(scroll, { selector: '[role=listbox]', step, frames }))
    await page.waitForTimeout(500)
  }
  if (page.faults.length > 0) console.log(page.faults)
} finally {
  await desk.close()
}
