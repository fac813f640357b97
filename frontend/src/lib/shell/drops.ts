import { isTyping } from './keys.svelte'

/**
 * Keeps what is dropped from replacing the page: a site that came in its place could call every bound method. Files are
 * taken by the shell as paths, links as text; nothing else becomes of a drop, but for words that go into a field.
 */
export function guardDrops(target: Window | Document): void {
  const guard = (event: Event) => {
    const types = (event as DragEvent).dataTransfer?.types ?? []
    const words = isTyping(event.target) && !types.includes('Files') && !types.includes('text/uri-list')
    if (!words) event.preventDefault()
  }
  for (const name of ['dragenter', 'dragover', 'drop']) target.addEventListener(name, guard)
}

/** While something is dragged over the window its frames let it through: what is dropped on one reaches the page. */
export function openFrames(): void {
  const root = document.documentElement
  let ends: ReturnType<typeof setTimeout> | undefined
  const close = () => root.removeAttribute('data-dragging')
  const open = () => {
    root.setAttribute('data-dragging', '')
    clearTimeout(ends)
    ends = setTimeout(close, 1000)
  }
  window.addEventListener('dragenter', open)
  window.addEventListener('dragover', open)
  window.addEventListener('drop', close)
}

/** The web address that is dragged, or ''. */
export function draggedLink(event: DragEvent): string {
  const offered = ['text/uri-list', 'text/plain'].map((type) => event.dataTransfer?.getData(type) ?? '')
  const lines = offered.flatMap((text) => text.split(/\r?\n/)).map((line) => line.trim())
  return lines.find((line) => /^https?:\/\/\S+$/i.test(line)) ?? ''
}
