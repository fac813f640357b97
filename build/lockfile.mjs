// Completes frontend/package-lock.json: npm leaves out optional packages of other systems that the registry in use does
// not serve, and then refuses the file in `npm ci`. They are entered by their exact version and system, and so are
// skipped here and fetched there. Run it after every `npm install`:
//
//     node build/lockfile.mjs            write it
//     node build/lockfile.mjs --check    fail where something is missing
import { readFileSync, writeFileSync } from 'node:fs'

const path = new URL('../frontend/package-lock.json', import.meta.url).pathname
const lock = JSON.parse(readFileSync(path, 'utf8'))
const systems = ['android', 'darwin', 'freebsd', 'linux', 'win32', 'openharmony', 'aix', 'netbsd', 'openbsd', 'sunos']
const processors = ['arm64', 'x64', 'ia32', 'riscv64', 's390x', 'ppc64', 'loong64', 'mips64el', 'arm', 'wasm32']
const added = []

for (const [where, entry] of Object.entries(lock.packages)) {
  for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
    const places = [`${where}/node_modules/${name}`, `node_modules/${name}`]
    if (places.some((place) => lock.packages[place])) continue
    const words = name.split(/[/-]/)
    const os = systems.filter((system) => words.includes(system))
    const cpu = processors.filter((processor) => words.includes(processor))
    if (os.length === 0 && cpu.length === 0) {
      console.error(`lockfile: ${name}@${version} is missing and names no system`)
      process.exit(1)
    }
    lock.packages[`node_modules/${name}`] = { version, cpu, os, optional: true, ...(entry.dev ? { dev: true } : {}) }
    if (os.length === 0) delete lock.packages[`node_modules/${name}`].os
    added.push(`${name}@${version}`)
  }
}

if (process.argv.includes('--check')) {
  if (added.length) {
    console.error(`lockfile: missing: ${added.join(', ')}\nlockfile: run 'node build/lockfile.mjs' and commit the file`)
    process.exit(1)
  }
} else if (added.length) {
  const [first, ...rest] = Object.entries(lock.packages)
  rest.sort(([one], [other]) => (one < other ? -1 : 1))
  lock.packages = Object.fromEntries([first, ...rest])
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
  console.log(`lockfile: added ${added.length} packages of other systems`)
}
