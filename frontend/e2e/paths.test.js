// The main path of every screen, on the sample company with the real backend, in both languages.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { findings } from './axe.js'
import { sampleDesk } from './sample.js'
import { within } from './screens.js'
import { words } from './words.js'

for (const language of ['en', 'fr']) {
  describe(`main paths, ${language}`, () => {
    const say = words(language)
    let desk, page
    before(async () => {
      desk = await sampleDesk()
      page = await desk.page({ language })
    })
    after(() => desk?.close())
    const link = (name) =>
      page
        .getByRole('navigation')
        .first()
        .getByRole('link', { name: new RegExp(`^${name}`) })

    it('Today: each line leads to its place', async () => {
      await link(say('shell_today')).click()
      const lines = page.locator('main ul a')
      await lines.first().waitFor()
      await lines.first().click()
      await page.waitForFunction(() => !location.hash.startsWith('#/today'))
    })

    it('Library: j reads, s keeps, Ctrl Z takes it back', async () => {
      await link(say('shell_library')).click()
      await within(page, '#/library?state=inbox')
      const rows = page.getByRole('option')
      await rows.first().waitFor()
      const before = await page.getByRole('listbox').first().getByRole('option').count()
      await page.keyboard.press('j')
      await page.frameLocator('iframe').first().locator('body').waitFor()
      await page.keyboard.press('s')
      await page.waitForFunction((count) => document.querySelectorAll('[role=option]').length < count, before)
      await page.keyboard.press('Control+z')
      await page.waitForFunction((count) => document.querySelectorAll('[role=option]').length === count, before)
    })

    it('Posts: a post opens with its texts', async () => {
      await within(page, '#/posts')
      await page.locator('main [role=listbox] [role=option]').first().click()
      await page.locator('main textarea').first().waitFor()
      assert.ok((await page.locator('main textarea').count()) > 0)
    })

    it('Send: says why for each person, and shows the letter', async () => {
      await within(page, '#/send')
      await page.locator('main [role=listbox] [role=option]').first().waitFor()
      await page
        .getByRole('button', { name: say('send_see') })
        .first()
        .click()
      await page.getByRole('dialog').waitFor()
      await page.keyboard.press('Escape')
    })

    it('Replies: what needs a person comes first, with a step for each', async () => {
      await within(page, '#/replies')
      const waiting = page.locator('main [role=listbox] [role=option]')
      await waiting.filter({ hasText: 'Priya Raman' }).waitFor()
      assert.equal(await waiting.count(), 3)
    })

    it('Replies: an answer to several items is decided item by item, by keyboard, and taken back', async () => {
      const id = await page.evaluate(async () => {
        const of = async (status) => (await window.go.window.Replies.List(status, 0)).rows
        const others = (await of('waiting')).map((row) => row.name)
        const several = (row) => row.kind === 'digest' && row.requests.length > 1 && row.requests[0].said === 'shared'
        return (await of('handled')).find((row) => several(row) && !others.includes(row.name)).id
      })
      await within(page, `#/replies/${id}`)
      const pane = page.getByRole('article')
      const answer = page.locator(`main [role=option][id$="-${id}"]`)
      const tab = (key) => page.getByRole('tab', { name: new RegExp(`^${say(key)}`) }).click()
      await pane.getByRole('button', { name: say('replies_reopen') }).waitFor()
      await page.keyboard.press('u')
      await page.getByText(say('replies_reopened')).waitFor()
      await answer.waitFor({ state: 'detached' })
      await tab('replies_waiting')
      await answer.click()
      const means = pane.getByRole('combobox')
      await means.nth(1).waitFor()
      assert.equal(await means.nth(0).inputValue(), 'shared', 'what was read of it stands there')
      for (const key of ['2', '2', '2']) await page.keyboard.press(key)
      assert.equal(await means.nth(1).inputValue(), 'declined')
      assert.deepEqual(await findings(page, 'main'), [])
      await page.keyboard.press('i')
      const colon = language === 'fr' ? ' :' : ':'
      const said = [say('replies_state_shared'), say('replies_state_declined')].map(
        (state, at) => `${at + 1}${colon} ${state}`,
      )
      await page.getByText(said.join(', ')).waitFor()
      await answer.waitFor({ state: 'detached' })
      await page.keyboard.press('Control+z')
      await answer.waitFor()
    })

    it('Staff: a name opens the person', async () => {
      await within(page, '#/staff')
      await page.getByRole('row').filter({ hasText: 'Claire Aubertin' }).click()
      await page.getByRole('heading', { name: 'Claire Aubertin' }).waitFor()
    })

    it('Results: every figure is there, and nothing is ranked', async () => {
      await within(page, '#/results')
      await page.locator('main h2, main h3').first().waitFor()
      assert.equal(await page.getByText(/leaderboard|classement|top 10/i).count(), 0)
    })

    it('the palette finds a person and opens the page', async () => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('aubertin')
      await page.getByRole('option', { name: /Claire Aubertin/ }).click()
      await page.getByRole('heading', { name: 'Claire Aubertin' }).waitFor()
    })

    it('never threw', () => assert.deepEqual(page.faults, []))
  })
}
