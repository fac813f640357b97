/**
 * Addresses look like `#/library/123?state=inbox`: the screen, what is open on it, how it is filtered. They live
 * in the fragment, so that back and forward work and a screen can link to another without importing it.
 */
export interface Place {
  area: string
  /** What stands after the area: `['123']`. */
  path: string[]
  query: Record<string, string>
}

export function parse(hash: string): Place {
  const [way = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2)
  const [area = '', ...path] = way.split('/').filter(Boolean).map(decode)
  return { area: area || 'today', path, query: Object.fromEntries(new URLSearchParams(search)) }
}

export function address(
  area: string,
  path: (string | number)[] = [],
  query: Record<string, string | number | undefined> = {},
): string {
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value))
  const way = [area, ...path.map((part) => encodeURIComponent(String(part)))].join('/')
  return `#/${way}${search.size > 0 ? `?${search}` : ''}`
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return part
  }
}

class Router {
  place = $state<Place>(parse(typeof location === 'undefined' ? '' : location.hash))

  constructor() {
    if (typeof window !== 'undefined') window.addEventListener('hashchange', () => (this.place = parse(location.hash)))
  }

  /** Goes to an area; the step can be taken back with Alt and the left arrow. */
  go(area: string, path: (string | number)[] = [], query: Record<string, string | number | undefined> = {}) {
    location.hash = address(area, path, query)
  }

  /**
   * Changes what is open or filtered on a screen, without a step in the history: for selections that follow the keyboard.
   * Does nothing once the user has gone to another screen: what a slow answer selects must not call them back.
   */
  replace(area: string, path: (string | number)[] = [], query: Record<string, string | number | undefined> = {}) {
    if (parse(location.hash).area === area) this.redirect(area, path, query)
  }

  /** Shows another place instead of this one, which back then leaves out. */
  redirect(area: string, path: (string | number)[] = [], query: Record<string, string | number | undefined> = {}) {
    history.replaceState(null, '', address(area, path, query))
    this.place = parse(location.hash)
  }
}

export const router = new Router()
