// What the window says when something happened to the workspace's files: a second copy of the database, a damaged one.
import { AxeBuilder } from '@axe-core/playwright'
import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdtempSync, openSync, readdirSync, rmSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, it } from 'node:test'
import { binary, environment, openDesk } from './desk.js'

const words = {
  en: {
    check: 'Nothing is sent: check this copy of the workspace',
    trust: 'Go on with this copy',
    damaged: 'The database is damaged',
    save: 'Save it',
    saved: 'The workspace can be used again',
  },
  fr: {
    check: 'Rien n’est envoyé : vérifiez cette copie de l’espace de travail',
    trust: 'Continuer avec cette copie',
    damaged: 'La base de données est endommagée',
    save: 'Récupérer',
    saved: 'L’espace de travail est de nouveau utilisable',
  },
}

async function clean(page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  assert.deepEqual(
    violations.map((rule) => `${rule.id}: ${rule.nodes.map((node) => node.target.join(' ')).join(', ')}`),
    [],
  )
}

describe('faults of the workspace’s files', () => {
  let home, dir, database
  before(() => {
    home = mkdtempSync(join(tmpdir(), 'relais-e2e-'))
    dir = join(home, 'firm')
    database = join(dir, 'relais.db')
    fold()
  })
  after(() => rmSync(home, { recursive: true, force: true }))

  /** A command that ends folds the log into the database, which a window that is stopped from outside does not. */
  const fold = () =>
    execFileSync(binary, ['staff', 'list', '--workspace', dir], { env: { ...process.env, ...environment } })

  /** Opens the window, and looks at it in each language. */
  async function look(see, then) {
    const desk = await openDesk({ workspace: dir })
    try {
      for (const language of ['en', 'fr']) {
        const page = await desk.page({ language, theme: language === 'en' ? 'light' : 'dark' })
        await see(page, words[language])
        await clean(page)
        if (language === 'fr') await then(page, words[language])
        await page.context().close()
      }
    } finally {
      await desk.close()
    }
  }

  it('a second copy beside the database holds back sending until a person has decided', async () => {
    copyFileSync(database, join(dir, 'relais (Copie en conflit de PC).db'))
    await look(
      (page, say) =>
        page.getByRole('alert').filter({ hasText: say.check }).filter({ hasText: 'Copie en conflit' }).waitFor(),
      async (page, say) => {
        await page.getByRole('button', { name: say.trust }).click()
        await page.getByText(say.check).waitFor({ state: 'detached' })
      },
    )
    assert.ok(!existsSync(join(dir, 'relais (Copie en conflit de PC).db')), 'the second copy was set aside')
  })

  it('a damaged database is said, and what can be read is saved', async () => {
    fold()
    const [from, pages, size] = [1, 8, 4096] // all but the first page: the tables' names can still be read
    const file = openSync(database, 'r+')
    writeSync(file, Buffer.alloc(pages * size, 0xa5), 0, pages * size, from * size)
    await look(
      (page, say) => page.getByRole('heading', { name: say.damaged }).waitFor(),
      async (page, say) => {
        await page.getByRole('button', { name: say.save, exact: true }).click()
        await page.getByRole('heading', { name: say.saved }).waitFor()
        await clean(page)
      },
    )
    assert.equal(readdirSync(home).filter((name) => name.startsWith('firm-damaged-')).length, 1)
    const desk = await openDesk({ workspace: dir })
    await (await desk.page()).getByRole('heading', { level: 1 }).first().waitFor()
    await desk.close()
  })
})
