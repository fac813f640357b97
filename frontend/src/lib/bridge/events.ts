import * as runtime from '$wails/runtime/runtime'
import { hasBackend } from './call'

/** Hears an event of the backend; the result ends it. Without a backend nothing is heard. */
export function on<T>(name: string, hear: (data: T) => void): () => void {
  if (!hasBackend() || !('runtime' in window)) return () => {}
  return runtime.EventsOn(name, hear)
}

const fileHearers: ((paths: string[]) => void)[] = []

/**
 * Hears files dropped on the window, as paths. The one that listens last hears them: a screen before the shell.
 * Wails knows one listener alone, so there is one, and it passes on.
 */
export function onFiles(hear: (paths: string[]) => void): () => void {
  if (!hasBackend() || !('runtime' in window)) return () => {}
  if (fileHearers.length === 0) runtime.OnFileDrop((_x, _y, paths) => fileHearers.at(-1)?.(paths), false)
  fileHearers.push(hear)
  return () => {
    fileHearers.splice(fileHearers.indexOf(hear), 1)
    if (fileHearers.length === 0) runtime.OnFileDropOff()
  }
}

/** Opens an address in the person's own browser, never in the window. */
export function openInBrowser(url: string): void {
  if (!/^(https?|mailto):/i.test(url)) return
  if (hasBackend() && 'runtime' in window) runtime.BrowserOpenURL(url)
}

export const copyText = (text: string): Promise<boolean> =>
  hasBackend() && 'runtime' in window
    ? runtime.ClipboardSetText(text)
    : navigator.clipboard.writeText(text).then(
        () => true,
        () => false,
      )
