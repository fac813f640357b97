// Staff: a list as firms have it is imported, corrected, taken back; a person's page records a word. In both languages.
import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { openDesk } from './desk.js'

const words = {
  en: {
    go: 'Import 1 person',
    rejected: 'Rejected',
    person: 'Change the participation',
    save: 'Save',
    member: 'takes part',
    all: 'Tick everybody shown',
    ticked: '1 person ticked',
    move: 'Department…',
    department: 'Department',
    undo: 'Undo',
  },
  fr: {
    go: 'Importer 1 personne',
    rejected: 'Refusées',
    person: 'Changer la participation',
    save: 'Enregistrer',
    member: 'participe',
    all: 'Cocher toutes les personnes affichées',
    ticked: '1 personne cochée',
    move: 'Service…',
    department: 'Service',
    undo: 'Annuler',
  },
}
// Windows-1252, semicolons, a title above the header, a broken address.
const list = Buffer.from(
  'Liste du personnel;;;\r\nNom;Pr\xe9nom;Adresse e-mail;Service\r\nM\xdcLLER;L\xe9a;lea@example.test;\xc9tudes\r\nRoux;In\xe8s;ines(at)example.test;Achats\r\n',
  'latin1',
)

for (const language of ['en', 'fr']) {
  const say = words[language]
  describe(`staff, ${language}`, () => {
    let desk, page, dir
    before(async () => {
      dir = mkdtempSync(join(tmpdir(), 'relais-list-'))
      writeFileSync(join(dir, 'liste.csv'), list)
      desk = await openDesk()
      page = await desk.page({ language, at: `#/staff/import?file=${encodeURIComponent(join(dir, 'liste.csv'))}` })
    })
    after(async () => {
      await desk?.close()
      rmSync(dir, { recursive: true, force: true })
    })

    it('shows what a file would do before anything changes', async () => {
      await page.getByText('Léa MÜLLER').waitFor()
      await page.getByText('ines(at)example.test').first().waitFor()
      assert.equal(await page.getByLabel('Adresse e-mail').inputValue(), 'address')
    })

    it('takes in what can be read', async () => {
      await page.getByRole('button', { name: say.go }).click()
      // The preview is a table too, with the row that cannot be read: it has to be gone first.
      await page.getByText('Roux').first().waitFor({ state: 'detached' })
      await page.getByRole('table').getByText('lea@example.test').waitFor()
      assert.equal(await page.getByText('Roux').count(), 0)
    })

    it('moves everybody who is ticked, and takes it back', async () => {
      const table = page.getByRole('table')
      await page.getByRole('checkbox', { name: say.all }).check()
      await page.getByText(say.ticked).waitFor()
      await page.getByRole('button', { name: say.move }).click()
      await page.getByRole('dialog').getByLabel(say.department).fill('Atelier')
      await page.getByRole('dialog').getByRole('button', { name: say.save }).click()
      await table.getByText('Atelier').waitFor()
      await page.getByRole('button', { name: say.undo }).click()
      await table.getByText('Études').waitFor()
      // By keyboard: Space unticks the row in front.
      await table.locator('[data-row="0"]').focus()
      await page.keyboard.press('Space')
      await page.getByText(say.ticked).waitFor({ state: 'detached' })
    })

    it("records a person's word with its date", async () => {
      await page.getByRole('table').getByText('Léa MÜLLER').click()
      await page.getByRole('button', { name: say.person }).click()
      await page.getByRole('dialog').getByRole('button', { name: say.save }).click()
      await page.getByRole('main').getByText(say.member).first().waitFor()
      assert.deepEqual(page.faults, [])
    })
  })
}
