import { svelte } from '@sveltejs/vite-plugin-svelte'
import tailwindcss from '@tailwindcss/vite'
import { readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { icons } from './tools/icons.js'
import { messages } from './tools/messages.js'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/**
 * Takes the last build's files out of dist once the new ones stand there. dist is never empty: Go embeds it, also while
 * the page is being built.
 */
const sweepDist = {
  name: 'relais-sweep-dist',
  apply: 'build' as const,
  writeBundle({ dir }: { dir?: string }, bundle: Record<string, unknown>) {
    const assets = `${dir ?? at('./dist')}/assets`
    for (const name of readdirSync(assets)) {
      if (!(`assets/${name}` in bundle)) rmSync(`${assets}/${name}`)
    }
  },
}

/**
 * Leaves it to theme.js to start the page's script: it waits until the picture of the last time is on the screen. The script
 * is fetched meanwhile.
 */
const startLater = {
  name: 'relais-start-later',
  apply: 'build' as const,
  transformIndexHtml: {
    order: 'post' as const,
    handler(html: string) {
      const script = /<script type="module" crossorigin src="([^"]+)"><\/script>/
      const page = script.exec(html)?.[1]
      if (!page) throw new Error('index.html: the page has no module script')
      return html
        .replace(script, `<link rel="preload" as="script" crossorigin href="${page}" />`)
        .replace('src="/theme.js"', `src="/theme.js" data-page="${page}"`)
    },
  },
}

export default defineConfig({
  // The tests find the messages compiled already (npm test), since the compiler would keep them from ending.
  plugins: [sweepDist, startLater, process.env.VITEST ? [] : messages(), icons(), tailwindcss(), svelte()],
  resolve: {
    alias: {
      $lib: at('./src/lib'),
      $wails: at('./wailsjs'),
      $m: at(process.env.VITEST ? './src/lib/paraglide/all.js' : './src/lib/paraglide/messages/_index.js'),
    },
    conditions: process.env.VITEST ? ['browser'] : undefined,
  },
  build: {
    // The oldest engine that the window meets is Debian 12's WebKitGTK.
    target: ['safari16', 'chrome110'],
    // sweepDist does it.
    emptyOutDir: false,
    sourcemap: false,
    // Everything comes from the binary; inlining fonts into the style sheet would only slow the first paint.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
    rolldownOptions: {
      output: {
        // One request for the first screen, one for what screens share, one for each screen: every chunk is a round trip
        // between the page's process and ours.
        codeSplitting: {
          groups: [
            { name: 'start', tags: ['$initial'], priority: 3 },
            { name: 'charts', test: /node_modules\/(chart\.js|@kurkle|uplot)/, priority: 2 },
            { name: 'shared', test: /\.(js|ts|svelte)$/, minShareCount: 2, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts', 'tools/**/*.test.ts'],
    globals: false,
  },
})
