// Lucide draws an icon from a list of nodes, each made by a dynamic element with spread attributes. The lists never
// change, so each icon is compiled to a template of its own instead, which the engine copies in one step: a first screen
// has some twenty icons, a table hundreds.
const source = /@lucide\/svelte\/dist\/icons\/([\w-]+)\.svelte$/

const escaped = (text) => String(text).replace(/[&"<{]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const element = ([tag, attributes]) =>
  `<${tag} ${Object.entries(attributes)
    .filter(([name]) => name !== 'key')
    .map(([name, value]) => `${name}="${escaped(value)}"`)
    .join(' ')} />`

/** The component of one icon, from Lucide's own; throws where that is written otherwise than expected. */
export function iconComponent(name, text) {
  const data = /const iconData = (\{.*\});/.exec(text)?.[1]
  if (!data) throw new Error(`icon "${name}": no iconData in Lucide's component`)
  const { size, node } = JSON.parse(data)
  return `<script>let { strokeWidth = 2, ...rest } = $props()</script>
<svg xmlns="http://www.w3.org/2000/svg" width="24" height="24" viewBox="0 0 ${size} ${size}" fill="none" stroke="currentColor"
  stroke-linecap="round" stroke-linejoin="round" stroke-width={strokeWidth} {...rest}>${node.map(element).join('')}</svg>`
}

export const icons = () => ({
  name: 'relais-icons',
  enforce: 'pre',
  transform(text, id) {
    const name = source.exec(id.split('?', 1)[0] ?? '')?.[1]
    return name && !id.includes('?') ? { code: iconComponent(name, text), map: null } : undefined
  },
})
