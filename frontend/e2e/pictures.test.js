// Pictures of every screen, in both languages and themes, held against kept ones with a tolerance. Data and clock are
// fixed (sample.js), motion is off, the typeface is bundled; what is left of chance is the engine's smoothing.
//   npm run e2e -- pictures              compare; what differs lies in build/tmp/e2e-pictures
//   UPDATE=1 npm run e2e -- pictures     renew the kept ones (needs ImageMagick): `make pictures-e2e`
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import pixelmatch from 'pixelmatch'
import { PNG } from 'pngjs'
import { openDesk } from './desk.js'
import { sampleDesk } from './sample.js'
import { within } from './screens.js'

const kept = join(import.meta.dirname, 'pictures')
const out = join(import.meta.dirname, '../../build/tmp/e2e-pictures')
/** The share of pixels that may differ: another smoothing of letters stays far below, a moved row does not. */
const tolerance = 0.02

const sample = {
  today: '#/today',
  library: '#/library?state=kept',
  posts: '#/posts',
  send: '#/send',
  replies: '#/replies',
  staff: '#/staff',
  results: '#/results',
  settings: '#/settings/company',
  mail: '#/settings/mail',
  data: '#/settings/data',
  guide: '#/guide',
}
const bare = {
  welcome: '#/welcome',
  'welcome-choice': '#/welcome/3',
  'bare-today': '#/today',
  'bare-library': '#/library',
  'bare-posts': '#/posts',
  'bare-send': '#/send',
  'bare-replies': '#/replies',
  'bare-staff': '#/staff',
  'bare-results': '#/results',
}
const looks = [
  { language: 'en', theme: 'light', width: 1280, height: 800 },
  { language: 'en', theme: 'dark', width: 1280, height: 800 },
  { language: 'fr', theme: 'light', width: 1280, height: 800 },
  { language: 'fr', theme: 'dark', width: 1280, height: 800 },
  { language: 'fr', theme: 'light', width: 1000, height: 640 },
]

/** Draws until two pictures in a row are the same: charts and frames come a moment later. */
async function still(page) {
  let last = await page.screenshot({ animations: 'disabled', caret: 'hide' })
  for (let tries = 0; tries < 12; tries++) {
    await new Promise((wait) => setTimeout(wait, 120))
    const next = await page.screenshot({ animations: 'disabled', caret: 'hide' })
    if (next.equals(last)) return next
    last = next
  }
  return last
}

/** Keeps a picture with a palette of 64 colours: a fifth of the bytes. */
function keep(file, picture) {
  mkdirSync(dirname(file), { recursive: true })
  const made = spawnSync('convert', ['png:-', '-strip', '+dither', '-colors', '64', `png8:${file}`], { input: picture })
  if (made.status !== 0) throw new Error(`convert: ${made.stderr ?? made.error}`)
}

/** '' where the picture is the kept one, or what is wrong. */
function differs(name, picture) {
  const file = join(kept, `${name}.png`)
  if (!existsSync(file)) return `${name}: no picture is kept`
  const [was, is] = [PNG.sync.read(readFileSync(file)), PNG.sync.read(picture)]
  if (was.width !== is.width || was.height !== is.height) return `${name}: ${is.width} × ${is.height}`
  const diff = new PNG({ width: is.width, height: is.height })
  const count = pixelmatch(was.data, is.data, diff.data, is.width, is.height, { threshold: 0.25 })
  const share = count / (is.width * is.height)
  if (share <= tolerance) return ''
  mkdirSync(dirname(join(out, name)), { recursive: true })
  writeFileSync(join(out, `${name}.png`), picture)
  writeFileSync(join(out, `${name}-differs.png`), PNG.sync.write(diff))
  return `${name}: ${(share * 100).toFixed(1)} % of the pixels differ`
}

for (const [name, open, places] of [
  ['sample company', sampleDesk, sample],
  ['bare desk', () => openDesk(), bare],
]) {
  describe(`pictures of the ${name}`, () => {
    let desk
    before(async () => {
      rmSync(out, { recursive: true, force: true })
      desk = await open()
    })
    after(() => desk?.close())
    for (const look of looks) {
      const folder = `${look.language}-${look.theme}-${look.width}`
      it(folder, { timeout: 240_000 }, async () => {
        const page = await desk.page({ ...look, still: true, at: '#/parts' })
        const wrong = []
        for (const [place, at] of Object.entries(places)) {
          await within(page, at)
          const picture = await still(page)
          if (process.env.UPDATE) keep(join(kept, folder, `${place}.png`), picture)
          else wrong.push(differs(`${folder}/${place}`, picture))
        }
        await page.context().close()
        assert.deepEqual(wrong.filter(Boolean), [])
      })
    }
  })
}
