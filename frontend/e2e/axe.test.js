// WCAG 2.2 AA: axe finds nothing on any screen, in either theme and language, with normal and doubled text.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { findings } from './axe.js'
import { openDesk } from './desk.js'
import { screens, within } from './screens.js'
import { sampleDesk } from './sample.js'

for (const [name, open] of [
  ['bare desk', () => openDesk()],
  ['sample company', sampleDesk],
]) {
  describe(`axe on the ${name}`, () => {
    let desk
    before(async () => (desk = await open()))
    after(() => desk?.close())
    for (const theme of ['light', 'dark']) {
      for (const language of ['en', 'fr']) {
        it(`${theme}, ${language}`, { timeout: 240_000 }, async () => {
          const page = await desk.page({ theme, language, at: '#/parts' })
          const found = []
          for (const at of [
            ...screens,
            '#/welcome/3',
            '#/guide',
            '#/parts',
            '#/settings/company',
            '#/settings/about',
          ]) {
            await within(page, at)
            for (const line of await findings(page)) found.push(`${at} ${line}`)
          }
          await page.keyboard.press('Control+k')
          await page.waitForSelector('[role=combobox]')
          for (const line of await findings(page)) found.push(`palette ${line}`)
          await page.context().close()
          assert.deepEqual(found, [])
        })
      }
    }
  })
}
