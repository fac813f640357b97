// Builds the dev binary (the real backend behind a page that a browser can drive), then runs the tests here.
//   npm run e2e              all
//   npm run e2e -- paths     those whose file name holds the word
// RELAIS_DEV names a binary to use instead of building one; UPDATE=1 renews the kept pictures (pictures.test.js).
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname
const root = join(here, '../..')

if (!process.env.RELAIS_DEV) {
  const built = spawnSync('go', ['build', '-tags', 'dev,webkit2_41', '-o', 'build/tmp/relais-dev', '.'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (built.status !== 0) process.exit(1)
}
const words = process.argv.slice(2)
const files = readdirSync(here)
  .filter((name) => name.endsWith('.test.js') && (words.length === 0 || words.some((word) => name.includes(word))))
  .map((name) => join(here, name))
const run = spawnSync(process.execPath, ['--test', '--test-concurrency=1', '--test-reporter=spec', ...files], {
  stdio: 'inherit',
})
process.exit(run.status ?? 1)
