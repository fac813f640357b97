import { svelte } from '@sveltejs/vite-plugin-svelte'
import tailwindcss from '@tailwindcss/vite'
import { readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { messages } from './tools/messages.js'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Empties dist but for .gitkeep, which Go's embedding needs before the first build. */
const emptyDist = {
  name: 'relais-empty-dist',
  apply: 'build' as const,
  buildStart() {
    for (const name of readdirSync(at('./dist'))) {
      if (name !== '.gitkeep') rmSync(at(`./dist/${name}`), { recursive: true })
    }
  },
}

export default defineConfig({
  // The tests find the messages compiled already (npm test), since the compiler would keep them from ending.
  plugins: [emptyDist, process.env.VITEST ? [] : messages(), tailwindcss(), svelte()],
  resolve: {
    alias: {
      $lib: at('./src/lib'),
      $wails: at('./wailsjs'),
      $m: at('./src/lib/paraglide/messages.js'),
    },
    conditions: process.env.VITEST ? ['browser'] : undefined,
  },
  build: {
    // The oldest engine that the window meets is Debian 12's WebKitGTK.
    target: ['safari16', 'chrome110'],
    // emptyDist does it.
    emptyOutDir: false,
    sourcemap: false,
    // Everything comes from the binary; inlining fonts into the style sheet would only slow the first paint.
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 400,
  },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.ts', 'tools/**/*.test.ts'],
    globals: false,
  },
})
