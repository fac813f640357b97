/**
 * Keys of the screen in front. A screen registers its own while it is shown:
 *
 *     $effect(() => keys.use(m.library_title(), [{ keys: 'k', label: m.library_keep(), run: keep }]))
 *
 * They appear in the palette and on the printable sheet. Single letters do nothing while one types.
 */
export interface Shortcut {
  /** 'j', 'mod k', 'g t' is not supported: one key with modifiers, named as event.key is, in lower case. */
  keys: string
  label: string
  run: () => void
  /** Also while a text field has the focus. */
  typing?: boolean
  /** Kept off the sheet and the palette: a second key for the same. */
  hidden?: boolean
}

export interface Group {
  title: string
  shortcuts: Shortcut[]
}

class Keys {
  groups = $state.raw<Group[]>([])

  /** Registers a group until the result is called. The one registered last wins where two share a key. */
  use(title: string, shortcuts: Shortcut[]): () => void {
    const group = { title, shortcuts }
    queueMicrotask(() => (this.groups = [...this.groups, group]))
    return () => queueMicrotask(() => (this.groups = this.groups.filter((other) => other !== group)))
  }

  handle(event: KeyboardEvent): boolean {
    if (event.defaultPrevented || event.isComposing) return false
    const typing = isTyping(event.target) || inDialog(event.target)
    for (const group of [...this.groups].reverse()) {
      for (const shortcut of group.shortcuts) {
        if (!matches(shortcut.keys, event) || (typing && !shortcut.typing)) continue
        event.preventDefault()
        shortcut.run()
        return true
      }
    }
    return false
  }
}

/** A dialog in front keeps the keys of the screen behind it to itself. */
function inDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="dialog"]') !== null
}

export function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true
  return target instanceof HTMLInputElement && !['checkbox', 'radio', 'button', 'range'].includes(target.type)
}

const arrows: Record<string, string> = {
  arrowup: 'up',
  arrowdown: 'down',
  arrowleft: 'left',
  arrowright: 'right',
  ' ': 'space',
  backspace: 'delete',
}

export function matches(
  keys: string,
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): boolean {
  const wanted = keys.split(' ')
  const key = wanted.at(-1) ?? ''
  const pressed = event.key.toLowerCase()
  if ((arrows[pressed] ?? pressed) !== key) return false
  if (wanted.includes('mod') !== (event.ctrlKey || event.metaKey)) return false
  if (wanted.includes('alt') !== event.altKey) return false
  // '?' and '/' need shift on some keyboards and not on others: only letters and named keys ask for it.
  return /^[a-z]$|^..+$/.test(key) ? wanted.includes('shift') === event.shiftKey : true
}

export const keys = new Keys()
