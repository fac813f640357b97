// The desk around the screens: welcome, side bar, palette, keys, language, theme, text size, settings. In both languages.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openDesk } from './desk.js'
import { overflow, screens, settled, within } from './screens.js'

const words = {
  en: {
    welcome: 'Welcome to Relais',
    next: 'Next',
    company: 'Company',
    own: 'With our own company',
    today: 'Today',
    steps: 'First steps',
    settings: 'Settings',
    name: 'Name',
    saved: 'Saved.',
    undo: 'Undo',
    keys: 'Keys',
    failed: 'The last backup did not succeed',
  },
  fr: {
    welcome: 'Bienvenue dans Relais',
    next: 'Suivant',
    company: 'Entreprise',
    own: 'Avec notre entreprise',
    today: 'Aujourd’hui',
    steps: 'Premiers pas',
    settings: 'Réglages',
    name: 'Nom',
    saved: 'Enregistré.',
    undo: 'Annuler',
    keys: 'Raccourcis clavier',
    failed: 'La dernière sauvegarde n’a pas abouti',
  },
}

for (const language of ['en', 'fr']) {
  const say = words[language]
  describe(`the desk, ${language}`, () => {
    let desk, page
    before(async () => {
      desk = await openDesk()
      page = await desk.page({ language })
    })
    after(() => desk?.close())

    it('welcomes, asks the company, and begins with first steps, by keyboard alone', async () => {
      await page.getByRole('heading', { name: say.welcome }).waitFor()
      await page.getByRole('button', { name: say.next }).focus()
      await page.keyboard.press('Enter')
      await page.getByLabel(say.company).fill('Atelier Horizon')
      await page.keyboard.press('Enter')
      await page.getByRole('button', { name: say.own }).focus()
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: say.today, exact: true }).waitFor()
      await page.getByRole('heading', { name: say.steps }).waitFor()
      assert.equal(await page.getByRole('navigation').getByText('Atelier Horizon').count(), 1)
    })

    it('shows what it last showed before its script has come, and nothing that may be wrong', async () => {
      const again = await desk.page({ language })
      await again.waitForFunction(() => localStorage.getItem('relais.picture'))
      /** Opens the page anew and gives what it shows while its script is held back, and once that has run. */
      const opened = async () => {
        let release
        const held = new Promise((go) => (release = go))
        const script = '**/assets/index-*.js'
        await again.route(script, async (route) => {
          await held
          await route.continue()
        })
        await again.reload({ waitUntil: 'commit' })
        const text = async (what) => ((await again.locator(what).textContent()) ?? '').replace(/\s+/g, ' ')
        const early = await text('#app > [inert]')
        release()
        const late = await text('#app > [data-frame]:not([inert])')
        await again.unroute(script)
        return { early, late }
      }
      const same = await opened()
      assert.equal(same.early, same.late)
      assert.ok(same.early.includes(say.steps), same.early)

      await again.evaluate(() => window.go.window.Today.HideFirstSteps(true))
      const other = await opened()
      await again.evaluate(() => window.go.window.Today.HideFirstSteps(false))
      assert.ok(other.early.includes('Atelier Horizon') && other.early.includes(say.today), other.early)
      assert.ok(!other.early.includes(say.steps) && !other.late.includes(say.steps), other.early)
      await again.context().close()
    })

    it('keeps a setting when one leaves the field, and takes it back', async () => {
      await within(page, '#/settings/company')
      const field = page.getByLabel(say.name, { exact: true })
      await field.fill('Atelier Boréal')
      await field.blur()
      await page.getByText(say.saved).waitFor()
      assert.equal(await page.getByRole('navigation').first().getByText('Atelier Boréal').count(), 1)
      await page.getByRole('button', { name: say.undo, exact: true }).click()
      await page.waitForFunction(() => document.querySelector('nav')?.textContent?.includes('Atelier Horizon'))
      assert.equal(await field.inputValue(), 'Atelier Horizon')
    })

    it('opens the palette with Ctrl K, finds without accents, and goes there', async () => {
      await page.keyboard.press('Control+k')
      await page.keyboard.type('reglages'.slice(0, language === 'fr' ? 8 : 0) || 'settings')
      await page.keyboard.press('Enter')
      await page.getByRole('heading', { name: say.settings, exact: true }).waitFor()
    })

    it('shows the sheet of keys with ?', async () => {
      await within(page, '#/today')
      await page.keyboard.press('?')
      await page.getByRole('dialog', { name: say.keys }).waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('dialog', { name: say.keys }).waitFor({ state: 'detached' })
    })

    it('grows the text with Ctrl +, and goes back with Ctrl 0', async () => {
      const size = () => page.evaluate(() => parseFloat(getComputedStyle(document.documentElement).fontSize))
      const before = await size()
      await page.keyboard.press('Control+=')
      assert.ok((await size()) > before)
      await page.keyboard.press('Control+0')
      assert.equal(await size(), before)
    })

    it('fits every screen at 1000 × 640 with text of 200 %, and never throws', async () => {
      const large = await desk.page({ language, width: 1000, height: 640, textSize: 200 })
      const wide = []
      for (const at of screens) {
        await within(large, at)
        for (const line of await overflow(large)) wide.push(`${at} ${line}`)
      }
      assert.deepEqual(wide, [])
      assert.deepEqual(large.faults, [])
      await large.context().close()
    })

    it('answers within 100 ms (reported, not asserted)', async () => {
      const slow = []
      for (const at of screens) {
        const time = await page.evaluate(async (hash) => {
          const began = performance.now()
          location.hash = hash
          await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))
          return performance.now() - began
        }, at)
        await settled(page)
        slow.push(`${at} ${time.toFixed(0)} ms`)
      }
      console.log(`    from the step to the next painted frame: ${slow.join(', ')}`)
    })

    it('keeps nothing of the screens that were left', { skip: language !== 'en' }, async () => {
      const session = await page.context().newCDPSession(page)
      await session.send('Performance.enable')
      const rounds = async (count) => {
        for (let turn = 0; turn < count; turn++) for (const at of screens) await within(page, at)
        for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage')
        const { metrics } = await session.send('Performance.getMetrics')
        return metrics.find((metric) => metric.name === 'Nodes').value
      }
      const first = await rounds(1)
      const later = await rounds(2)
      assert.ok(later - first < 1000, `${later - first} nodes more after two rounds of all screens`)
    })

    it('tells on Today of a backup that failed, and goes to where it is mended', async () => {
      const stick = mkdtempSync(join(tmpdir(), 'relais-stick-'))
      await page.evaluate((folder) => window.go.window.Data.SetBackupFolder(folder), stick)
      rmSync(stick, { recursive: true })
      await page.evaluate(() => window.go.window.Data.BackUpNow())
      await within(page, '#/today')
      await page.getByRole('link', { name: say.failed }).click()
      await page.waitForFunction(() => location.hash === '#/settings/data')
      await page.evaluate(() => window.go.window.Data.SetBackupFolder(''))
    })

    it('never threw', () => assert.deepEqual(page.faults, []))
  })
}
