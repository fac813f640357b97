// Draws the letters of a folder in Debian's Chromium: build/letters calls it. It says what runs over the edge.
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from 'playwright-core'

const dir = process.argv[2]
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu'] })
let faults = 0

for (const width of [360, 600, 1000]) {
  for (const scheme of ['light', 'dark']) {
    const page = await browser.newPage({ viewport: { width, height: 700 }, colorScheme: scheme })
    for (const file of readdirSync(dir).filter((name) => name.endsWith('.html'))) {
      const bare = file.endsWith('.bare.html')
      if (bare && scheme === 'dark') continue
      await page.goto(`file://${join(dir, file)}`)
      const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      // Without its style sheet a letter keeps its 600 pixels: such programs have the room.
      if (over > 0 && !(bare && width < 640)) {
        console.error(`chromium: ${file} at ${width} runs over the edge by ${over} pixels`)
        faults++
      }
      const name = file.replace(/\.html$/, `.${width}.${scheme}.chromium.png`)
      await page.screenshot({ path: join(dir, name), fullPage: true })
    }
    await page.close()
  }
}
await browser.close()
process.exit(faults ? 1 : 0)
