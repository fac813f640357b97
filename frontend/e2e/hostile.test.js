// A workspace in which everything from outside is hostile (build/hostile/fill: thousands of payloads in articles, feeds,
// mails, lists and file names). Every screen is visited; no script runs, nothing is asked of the network, no bound method
// is called that the page itself does not call, and nothing even needs to be blocked.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openDesk, standing } from './desk.js'
import { screens, within } from './screens.js'

const root = join(import.meta.dirname, '../..')
/** The bound method that the payloads call. The page calls it from one button alone, which nobody presses here. */
const canaryMethod = 'SetBackupPassphrase'

function fill() {
  const base = mkdtempSync(join(tmpdir(), 'relais-hostile-'))
  const made = spawnSync('go', ['run', '-tags', 'webkit2_41', './build/hostile/fill', join(base, 'firm')], {
    cwd: root,
    encoding: 'utf8',
    timeout: 300_000,
    env: {
      ...process.env,
      RELAIS_PASSPHRASE: 'a passphrase for the tests',
      XDG_CONFIG_HOME: join(base, 'config'),
      LC_ALL: 'C.UTF-8',
    },
  })
  if (made.status !== 0) throw new Error(`fill ended with ${made.status}:\n${made.stdout}\n${made.stderr}`)
  return base
}

/** Notes whatever a payload could bring about. */
async function watched(desk, page) {
  const alarms = []
  page.on('dialog', (dialog) => {
    alarms.push(`dialog: ${dialog.message()}`)
    void dialog.dismiss()
  })
  page.on('request', (request) => {
    if (!request.url().startsWith(desk.url) && !/^(data|blob):/.test(request.url()))
      alarms.push(`request: ${request.url()}`)
  })
  page.on('popup', (popup) => alarms.push(`popup: ${popup.url()}`))
  page.on('framenavigated', (frame) => {
    if (!frame.url().startsWith(desk.url) && frame.url() !== 'about:blank') alarms.push(`navigated: ${frame.url()}`)
  })
  page.on('console', (line) => {
    if (/canary|Content Security Policy|Blocked script/i.test(line.text())) alarms.push(`console: ${line.text()}`)
  })
  page.on('websocket', (socket) =>
    socket.on('framesent', ({ payload }) => {
      if (String(payload).includes(canaryMethod)) alarms.push(`bound call: ${String(payload).slice(0, 100)}`)
    }),
  )
  await page.addInitScript(() => {
    window.canary = () => console.error('canary: a payload ran')
  })
  await page.reload()
  await standing(page)
  return alarms
}

/** What stands in the page must be text: no handler, no script, no address that runs. */
const planted = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('#app *')]
      .filter(
        (element) =>
          [...element.attributes].some((one) => /^on/i.test(one.name)) ||
          /^(script|object|embed|base|meta|link|frame|frameset|applet|marquee)$/i.test(element.tagName) ||
          /^\s*(javascript|vbscript|data:text)/i.test(
            element.getAttribute('href') ?? element.getAttribute('src') ?? '',
          ),
      )
      .map((element) => element.outerHTML.slice(0, 200)),
  )

/** Brings every row of the lists of a screen into the page. */
const scrolled = (page) =>
  page.evaluate(async () => {
    for (const box of document.querySelectorAll('main, main *')) {
      if (box.scrollHeight <= box.clientHeight + 20) continue
      for (let steps = 0; steps < 25 && box.scrollTop + box.clientHeight < box.scrollHeight - 2; steps++) {
        box.scrollTop += box.clientHeight
        await new Promise((wait) => setTimeout(wait, 25))
      }
      box.scrollTop = 0
    }
  })

describe('a hostile workspace', () => {
  let base, desk, page, alarms
  before(async () => {
    base = fill()
    desk = await openDesk({ workspace: join(base, 'firm') })
    page = await desk.page()
    alarms = await watched(desk, page)
  })
  after(async () => {
    await desk?.close()
    if (base) rmSync(base, { recursive: true, force: true })
  })
  const calm = async (where) => {
    assert.deepEqual(alarms, [], where)
    assert.deepEqual(await planted(page), [], where)
  }

  it('shows every screen, from the first row to the last', { timeout: 240_000 }, async () => {
    const panels = ['window', 'company', 'mail', 'topics', 'figures', 'data', 'model', 'about'].map(
      (id) => `#/settings/${id}`,
    )
    for (const at of [...screens, ...panels, '#/library?state=kept', '#/welcome/2', '#/guide']) {
      await within(page, at)
      await scrolled(page)
      for (const tab of await page.locator('main [role=tab]').all()) {
        if (!(await tab.isVisible())) continue
        await tab.click({ timeout: 5000 })
        await page.waitForTimeout(150)
        await calm(`${at}, a tab`)
      }
      await calm(at)
    }
  })

  it('shows every article in the reader', { timeout: 240_000 }, async () => {
    await within(page, '#/library')
    const count = Number(await page.getByRole('option').first().getAttribute('aria-setsize'))
    assert.ok(count > 200, `${count} articles`)
    for (let n = 0; n < 40; n++) {
      await page.keyboard.press('j')
      await page.waitForTimeout(60)
    }
    await calm('reader')
    // Alone in a page, without the frame's sandbox: what was let through needs no other fence.
    const alone = await desk.page()
    const found = await watched(desk, alone)
    let shown = 0
    for (let id = 1; id <= count + 40; id++) {
      const answer = await alone.goto(`${desk.url}/reader/${id}?q=&dark=0`)
      if (answer?.ok()) shown++
    }
    assert.ok(shown > 30, `${shown} readers`)
    assert.deepEqual(found, [])
    await alone.context().close()
  })

  it('shows what people answered, and the people', { timeout: 240_000 }, async () => {
    await within(page, '#/replies')
    const rows = page.locator('main [role=listbox] [role=option]')
    await rows.first().waitFor()
    assert.ok((await rows.count()) > 8)
    await rows.first().click()
    for (let n = 0; n < 40; n++) {
      await page.keyboard.press('ArrowDown')
      await page.waitForTimeout(40)
    }
    await calm('replies')
    for (let id = 1; id <= 15; id++) {
      await within(page, `#/staff/${id}`)
      await scrolled(page)
    }
    await calm('people')
  })

  it('shows posts and letters, and finds things', { timeout: 240_000 }, async () => {
    await within(page, '#/posts')
    const rows = page.locator('main [role=listbox] [role=option]')
    for (let n = 0; n < Math.min(12, await rows.count()); n++) {
      await rows.nth(n).click()
      await page.waitForTimeout(100)
    }
    await calm('posts')
    const alone = await desk.page()
    const found = await watched(desk, alone)
    let letters = 0
    for (let post = 1; post <= 4; post++)
      for (let person = 1; person <= 8; person++) {
        const frame = await page.evaluate(
          ([one, other]) =>
            window.go.window.Send.Preview(one, other, [other]).then(
              (letter) => letter.frame,
              () => '',
            ),
          [post, person],
        )
        if (frame && (await alone.goto(desk.url + frame))?.ok()) letters++
      }
    assert.ok(letters > 5, `${letters} letters`)
    assert.deepEqual(found, [])
    await page.keyboard.press('Control+k')
    for (const word of ['canary', 'script', 'onload', '<img']) {
      await page.locator('[role=combobox]').fill(word)
      await page.waitForTimeout(300)
      await calm(`palette, ${word}`)
    }
  })
})
