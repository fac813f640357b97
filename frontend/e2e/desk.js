// Starts the dev build (the real backend) on a workspace of its own, under a virtual display, and opens it in
// Debian's Chromium. Everything that is started here is ended by `close`.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** The built page. A copy elsewhere serves while the page is being rebuilt. */
const dist = process.env.RELAIS_DIST || join(root, 'frontend/dist')
/** When the tests happen: the day and the hour must not change a picture. Go reads it too (main_dev.go). */
export const now = '2026-03-10T09:30:00+01:00'
export const environment = {
  RELAIS_PASSPHRASE: 'a passphrase for the tests',
  RELAIS_NOW: now,
  TZ: 'Europe/Paris',
  LC_ALL: 'C.UTF-8',
}

export const binary = process.env.RELAIS_DEV || join(root, 'build/tmp/relais-dev')

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  '--disable-quic',
  '--font-render-hinting=none',
]

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}

// Wails reads its own flags up to the first one that it does not know, so they come first.
const devFlags = (port) => ['-loglevel', 'Warning', '-assetdir', dist, '-devserver', `localhost:${port}`]

async function answers(url, child) {
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) throw new Error(`the dev build ended with code ${child.exitCode}:\n${child.said}`)
    try {
      if ((await fetch(url)).ok) return
    } catch {
      // Not yet.
    }
    await new Promise((wait) => setTimeout(wait, 100))
  }
  throw new Error(`the dev build did not answer on ${url}:\n${child.said}`)
}

/** Runs in the page: its clock starts ten minutes after the data's, and stands still for pictures. */
function shiftClock({ from, still }) {
  const Real = Date
  const began = Real.now()
  const read = () => from + (still ? 0 : Real.now() - began)
  globalThis.Date = class extends Real {
    constructor(...given) {
      super(...(given.length === 0 ? [read()] : given))
    }
    static now() {
      return read()
    }
  }
}

/** Waits until the real screen stands in the page, and not only the picture of how it last stood (public/theme.js). */
export async function standing(page) {
  const real = '#app > :not([inert])'
  await page.waitForSelector(`${real} main h1, ${real} main h2, ${real}[data-ready], ${real} [data-ready]`, {
    timeout: 60_000,
  })
}

/**
 * @param {{ args?: string[], workspace?: string }} [options] args: the command line; without one, the window opens on `workspace`
 */
export async function openDesk({ args = [], workspace } = {}) {
  const dir = workspace ?? mkdtempSync(join(tmpdir(), 'relais-e2e-'))
  const port = await freePort()
  const url = `http://localhost:${port}`
  const child = spawn(
    'xvfb-run',
    ['-a', '-s', '-screen 0 1280x800x24', binary, ...devFlags(port), ...args, '--workspace', dir],
    {
      detached: true,
      env: {
        ...process.env,
        ...environment,
        GDK_BACKEND: 'x11',
        LIBGL_ALWAYS_SOFTWARE: '1',
      },
    },
  )
  child.said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (text) => (child.said = (child.said + text).slice(-4000)))
  const end = () => {
    try {
      process.kill(-child.pid, 'SIGTERM')
    } catch {
      // It has ended by itself.
    }
  }
  // A run that is broken off leaves nothing behind.
  process.once('exit', end)
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => process.exit(1))
  try {
    await answers(url, child)
  } catch (error) {
    end()
    throw error
  }
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: flags })
  return {
    url,
    dir,
    child,
    browser,
    /** A page with its own look; storage is not shared between pages. */
    async page({
      language = 'en',
      theme = 'light',
      width = 1280,
      height = 800,
      textSize = 100,
      at = '',
      still = false,
    } = {}) {
      const context = await browser.newContext({
        viewport: { width, height },
        locale: language,
        reducedMotion: 'reduce',
        colorScheme: theme,
        timezoneId: 'Europe/Paris',
      })
      await context.addInitScript(
        (look) => {
          if (!localStorage.getItem('relais.look')) localStorage.setItem('relais.look', JSON.stringify(look))
        },
        { language, theme, textSize },
      )
      await context.addInitScript(shiftClock, { from: Date.parse(now) + 600_000, still })
      const page = await context.newPage()
      page.faults = []
      // Wails' own overlay of the dev build fails where the page has no body yet; that is not ours.
      page.on(
        'pageerror',
        (error) => (error.stack ?? '').includes('/wails/ipc.js') || page.faults.push(error.stack ?? String(error)),
      )
      // Nor is its socket, which the dev server may drop and open again; the production window has none.
      page.on(
        'console',
        (line) => line.type() === 'error' && !line.text().includes('/wails/ipc.js') && page.faults.push(line.text()),
      )
      await page.goto(`${url}/${at}`)
      await standing(page)
      return page
    },
    async close() {
      await browser.close()
      end()
      await new Promise((ended) => (child.exitCode === null ? child.once('exit', ended) : ended()))
      if (!workspace) rmSync(dir, { recursive: true, force: true })
    },
  }
}
