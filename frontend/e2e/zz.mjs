import { openDesk } from './zzdesk.mjs'
import { execSync } from 'node:child_process'
const desk = await openDesk({ workspace: '/tmp/lib/ws' })
try {
  const page = await desk.page({ language: 'fr', at: '#/library' })
  await page.waitForSelector('article', { timeout: 15000 })
  await page.keyboard.press('j')
  await page.waitForTimeout(300)
  await page.keyboard.press('t')
  await page.waitForTimeout(400)
  await page.keyboard.type('Recrutement')
  await page.waitForTimeout(200)
  await page.keyboard.press('Enter')
  await page.waitForTimeout(600)
  await page.screenshot({ path: '/tmp/lib/4.png' })
  await page.keyboard.press('Escape')
  await page.waitForTimeout(300)
  const t = Date.now()
  let n = 0
  for (; n < 120; n++) {
    await page.keyboard.press(n % 4 === 0 ? 's' : 'x')
    await page.waitForTimeout(60)
  }
  console.log('triaged', n, Date.now() - t, 'ms')
  await page.waitForTimeout(3000)
  await page.screenshot({ path: '/tmp/lib/2.png' })
  console.log(await page.evaluate(() => document.querySelector('header span')?.textContent))
  await page.getByRole('button', { name: /Gardés/ }).click()
  await page.waitForTimeout(800)
  await page.keyboard.press('j')
  await page.waitForTimeout(900)
  await page.screenshot({ path: '/tmp/lib/5.png' })
  // cut the network
  execSync('kill $(cat /tmp/lib/pid)')
  await page.keyboard.press('j')
  await page.keyboard.press('j')
  await page.waitForTimeout(700)
  const frame = page.frames().find((f) => f.url().includes('/reader/'))
  console.log(
    'reader offline:',
    (await frame.evaluate(() => document.body.innerText)).slice(0, 160),
    'imgs',
    await frame.evaluate(() => [...document.images].map((i) => [i.getAttribute('src'), i.naturalWidth])),
  )
  await page.keyboard.press('/')
  await page.keyboard.type('hydrog')
  await page.waitForTimeout(700)
  await page.screenshot({ path: '/tmp/lib/3.png' })
  await page.getByRole('button', { name: 'Ajouter', exact: true }).click()
  await page.waitForTimeout(400)
  await page.screenshot({ path: '/tmp/lib/6.png' })
  await page.keyboard.press('Escape')
  const dark = await desk.page({ language: 'en', theme: 'dark', width: 1000, height: 640, at: '#/library?state=kept' })
  await dark.waitForTimeout(1500)
  await dark.keyboard.press('j')
  await dark.waitForTimeout(900)
  await dark.screenshot({ path: '/tmp/lib/7.png' })
  console.log(page.faults.slice(0, 5), dark.faults.slice(0, 3))
} finally {
  await desk.close()
}
