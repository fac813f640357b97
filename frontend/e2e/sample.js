// The sample company: made once by `relais demo --headless` in a workspace of its own, then copied for each test file.
import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { binary, environment, openDesk } from './desk.js'

const kept = join(import.meta.dirname, '../../build/tmp/e2e-sample')

function make() {
  rmSync(kept, { recursive: true, force: true })
  const made = spawnSync(binary, ['demo', '--headless', '--workspace', kept], {
    encoding: 'utf8',
    timeout: 180_000,
    env: { ...process.env, ...environment },
  })
  if (made.status !== 0)
    throw new Error(
      `relais demo --headless ended with ${made.status}:\n${made.stdout?.slice(-1500)}\n${made.stderr?.slice(-1500)}`,
    )
}

/** Opens a fresh copy of the sample company. */
export async function sampleDesk() {
  // One test run makes it once; SAMPLE=keep uses that of the last run.
  if (!existsSync(kept) || (process.env.SAMPLE !== 'keep' && !globalThis.sampleMade)) make()
  globalThis.sampleMade = true
  const workspace = mkdtempSync(join(tmpdir(), 'relais-e2e-'))
  cpSync(kept, workspace, { recursive: true })
  const desk = await openDesk({ workspace })
  const close = desk.close
  desk.close = async () => {
    await close()
    rmSync(workspace, { recursive: true, force: true })
  }
  return desk
}
