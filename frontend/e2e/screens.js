export const screens = ['#/today', '#/library', '#/posts', '#/send', '#/replies', '#/staff', '#/results', '#/settings']

/** Goes to an address within the page and waits until the screen has drawn and settled. */
export async function within(page, at) {
  await page.evaluate((hash) => {
    location.hash = hash
  }, at)
  await settled(page)
}

/** Until nothing says that it is loading any more. */
export async function settled(page) {
  const look = () =>
    page.evaluate(() => ({
      at: location.hash,
      // The page hears of a new address a moment later: until then the screen before is still there.
      here: document.querySelector('main')?.dataset.area === (/^#\/([a-z]+)/.exec(location.hash)?.[1] ?? 'today'),
      head: Boolean(document.querySelector('main h1, main [data-ready]')),
      // The page of parts shows a skeleton as such.
      loading: location.hash !== '#/parts' && Boolean(document.querySelector('main [role=status].animate-pulse')),
    }))
  const end = Date.now() + 60_000
  let seen = await look()
  while (!seen.here || !seen.head || seen.loading) {
    if (Date.now() > end) throw new Error(`not settled within 60 s: ${JSON.stringify(seen)}`)
    await new Promise((wait) => setTimeout(wait, 50))
    seen = await look()
  }
  await new Promise((wait) => setTimeout(wait, 150))
}

/** No part of the page is wider than the window: the sign of a layout that breaks. */
export const overflow = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .filter((element) => {
        const box = element.getBoundingClientRect()
        if (box.width === 0 || box.right <= innerWidth + 1 || getComputedStyle(element).position === 'fixed')
          return false
        for (let up = element.parentElement; up; up = up.parentElement) {
          const way = getComputedStyle(up).overflowX
          if (way !== 'visible') return up === document.body || up.id === 'app' || up === document.documentElement
        }
        return true
      })
      .slice(0, 5)
      .map((element) => `${element.tagName.toLowerCase()}.${String(element.className).slice(0, 60)}`),
  )
