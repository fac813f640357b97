// The library's main path: follow a site, sort by keyboard, search, read without a network. In both languages.
import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import { after, before, describe, it } from 'node:test'
import { openDesk } from './desk.js'

const words = {
  en: { add: 'Add', address: 'Address of the site or feed', follow: 'Follow', kept: 'Kept', undo: 'Undo' },
  fr: { add: 'Ajouter', address: 'Adresse du site ou du flux', follow: 'Suivre', kept: 'Gardés', undo: 'Annuler' },
}

const story = (n) =>
  `<html lang="en"><head><title>Story ${n}</title></head><body><nav>Menu</nav><article><h1>Story ${n}</h1>` +
  `<p onclick="canary()">The whole of story ${n} about hiring engineers is told here, with commas, and at some length.</p>`.repeat(
    6,
  ) +
  `<script>window.canary = true</script></article></body></html>`

/** A site with a feed of so many stories, on loopback. */
function site(stories = 12) {
  const server = createServer((request, response) => {
    const base = `http://${request.headers.host}`
    const page = /^\/story\/(\d+)$/.exec(request.url ?? '')
    if (page) return response.setHeader('Content-Type', 'text/html; charset=utf-8').end(story(page[1]))
    if (request.url === '/feed') {
      const items = Array.from(
        { length: stories },
        (_, n) =>
          `<item><title>Story ${n}</title><link>${base}/story/${n}</link><description>In short, ${n}.</description></item>`,
      )
      return response
        .setHeader('Content-Type', 'application/rss+xml')
        .end(
          `<rss version="2.0"><channel><title>The site</title><link>${base}/</link>${items.join('')}</channel></rss>`,
        )
    }
    response
      .setHeader('Content-Type', 'text/html')
      .end('<html><head><link rel="alternate" type="application/rss+xml" href="/feed"></head></html>')
  })
  return new Promise((resolve) =>
    server.listen(0, '127.0.0.1', () => resolve({ server, url: `http://127.0.0.1:${server.address().port}` })),
  )
}

for (const language of ['en', 'fr']) {
  const say = words[language]
  describe(`the library, ${language}`, () => {
    let desk, page, web
    before(async () => {
      web = await site()
      desk = await openDesk()
      page = await desk.page({ language, at: '#/library' })
    })
    after(async () => {
      web.server.close()
      await desk?.close()
    })

    it('follows a site by its address', async () => {
      await page.getByRole('button', { name: say.add, exact: true }).click()
      await page.getByLabel(say.address).fill(web.url)
      await page.getByRole('button', { name: say.follow, exact: true }).click()
      await page.locator('article', { hasText: 'Story' }).first().waitFor()
      assert.equal(await page.getByRole('option').first().getAttribute('aria-setsize'), '12')
    })

    it('offers a link that is dropped, and lets nothing that is dropped take its place', async () => {
      const drop = (on, type, text) =>
        page
          .locator(on)
          .first()
          .evaluate(
            (node, [type, text]) => {
              const dataTransfer = new DataTransfer()
              dataTransfer.setData(type, text)
              return !node.dispatchEvent(new DragEvent('drop', { bubbles: true, cancelable: true, dataTransfer }))
            },
            [type, text],
          )
      assert.equal(await drop('main', 'text/uri-list', 'https://news.example/piece'), true)
      const dialog = page.getByRole('dialog')
      await dialog.waitFor()
      assert.equal(await dialog.getByRole('textbox').first().inputValue(), 'https://news.example/piece')
      await page.keyboard.press('Escape')
      await dialog.waitFor({ state: 'detached' })
      assert.equal(await drop('main', 'text/uri-list', 'file:///etc/passwd'), true)
      assert.equal(await drop('main', 'text/plain', 'words'), true)
      assert.equal(await drop('input', 'text/plain', 'words'), false)
      assert.equal(await dialog.count(), 0)
    })

    it('sorts by keyboard, and takes a step back', async () => {
      await page.keyboard.press('j')
      await page.locator('iframe').waitFor()
      await page.keyboard.press('s')
      await page.waitForFunction(() => document.querySelector('[role=option]')?.getAttribute('aria-setsize') === '11')
      await page.keyboard.press('x')
      await page.waitForFunction(() => document.querySelector('[role=option]')?.getAttribute('aria-setsize') === '10')
      await page.getByRole('button', { name: say.undo, exact: true }).click()
      await page.waitForFunction(() => document.querySelector('[role=option]')?.getAttribute('aria-setsize') === '11')
    })

    it('reads and finds what was kept without a network, and runs nothing', async () => {
      await page.getByRole('button', { name: new RegExp(`^${say.kept}`) }).click()
      await page.waitForFunction(() => document.querySelector('[role=option]')?.getAttribute('aria-setsize') === '1')
      await page.keyboard.press('j')
      const body = page.frameLocator('iframe').locator('body')
      await body.getByText('The whole of story').first().waitFor({ timeout: 20_000 })
      assert.equal(await body.evaluate((node) => node.innerHTML.includes('canary')), false)
      web.server.closeAllConnections()
      web.server.close()
      await page.keyboard.press('/')
      await page.keyboard.type('hired')
      await page.locator('mark', { hasText: 'hiring' }).first().waitFor()
      assert.equal(await page.evaluate(() => 'canary' in window), false)
      assert.deepEqual(page.faults, [])
    })
  })
}

describe('a long list', () => {
  let desk, page, web
  before(async () => {
    web = await site(260)
    desk = await openDesk()
    page = await desk.page({ at: '#/library' })
  })
  after(async () => {
    web.server.close()
    await desk?.close()
  })

  it('has no gaps, however it is gone through and thinned out', async () => {
    const size = (n) =>
      page.waitForFunction(
        (n) => document.querySelector('[role=option]')?.getAttribute('aria-setsize') === n,
        String(n),
      )
    await page.getByRole('button', { name: words.en.add, exact: true }).click()
    await page.getByLabel(words.en.address).fill(web.url)
    await page.getByRole('button', { name: words.en.follow, exact: true }).click()
    await size(260)
    for (let left = 260; left > 235; left--) {
      await page.keyboard.press('x')
      await size(left - 1)
    }
    const list = page.getByRole('listbox').first()
    await list.focus()
    for (const key of ['End', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'PageUp', 'Home']) {
      await page.keyboard.press(key)
      await page.waitForFunction(() =>
        [...document.querySelectorAll('[role=option]')].every((row) => row.querySelector('article')),
      )
    }
    const titles = await list.locator('[role=option]').first().textContent()
    assert.match(titles ?? '', /Story/)
    assert.deepEqual(page.faults, [])
  })
})
