// From an empty draft to letters in the queue: the text is counted while one types, kept without asking, approved, and
// sent to those who were suggested, after one look at the very letter. In both languages.
import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { standing } from './desk.js'
import { sampleDesk } from './sample.js'
import { within } from './screens.js'

const words = {
  en: {
    create: 'New post',
    title: 'Title',
    link: 'Link',
    text: 'Text for LinkedIn',
    saved: 'Saved',
    approve: 'Approve',
    approved: 'Approved',
    send: /^Send…/,
    everybody: /^Send to \d+ pe/,
    see: 'See it as they will',
    suggested: 'Choose the suggested',
    yes: 'Send',
    sendings: 'Sendings',
  },
  fr: {
    create: 'Nouvelle publication',
    title: 'Titre',
    link: 'Lien',
    text: 'Texte pour LinkedIn',
    saved: 'Enregistré',
    approve: 'Approuver',
    approved: 'Approuvée',
    send: /^Envoyer…/,
    everybody: /^Envoyer à \d+ pe/,
    see: 'Voir comme eux',
    suggested: 'Choisir les personnes proposées',
    yes: 'Envoyer',
    sendings: 'Envois',
  },
}

for (const language of ['en', 'fr']) {
  const say = words[language]
  describe(`a post, ${language}`, () => {
    let desk, page
    before(async () => {
      desk = await sampleDesk()
      page = await desk.page({ language })
    })
    after(() => desk?.close())

    it('is drafted, counted and kept while one types', async () => {
      await within(page, '#/posts')
      await page.getByRole('button', { name: say.create }).click()
      await page.getByLabel(say.title, { exact: true }).fill('What we learnt from a year of open days')
      await page.getByLabel(say.link, { exact: true }).fill('https://www.ormeline.example/open-days')
      await page.getByLabel(say.text).fill('Forty visitors, three questions that we had never heard. #OrmelineTeam')
      await page.getByText(/^7\d (of|sur) 3/).waitFor()
      await page.getByRole('status').getByText(say.saved, { exact: true }).waitFor()
      await page.reload()
      await standing(page)
      assert.match(await page.getByLabel(say.text).inputValue(), /^Forty visitors/)
    })

    it('is approved and put to people, with one look at the very letter', async () => {
      await page.getByRole('button', { name: say.approve, exact: true }).click()
      await page.getByRole('button', { name: say.send }).click()
      await page.getByRole('button', { name: say.suggested }).click()
      await page.getByRole('button', { name: say.see }).click()
      const frame = page.frameLocator('iframe')
      await frame.getByText('Forty visitors', { exact: false }).first().waitFor()
      await page.keyboard.press('Escape')
      await page.getByRole('button', { name: say.everybody }).click()
      await page.getByRole('dialog').getByRole('button', { name: say.yes, exact: true }).click()
      await page.getByRole('tab', { name: say.sendings }).click()
      await page.getByText('What we learnt from a year of open days').first().waitFor()
      assert.deepEqual(
        page.faults.filter((fault) => !fault.includes('sandboxed')),
        [],
      )
    })
  })
}
