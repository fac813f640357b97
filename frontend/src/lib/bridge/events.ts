import * as runtime from '$wails/runtime/runtime'
import { hasBackend } from './call'

/** Hears an event of the backend; the result ends it. Without a backend nothing is heard. */
export function on<T>(name: string, hear: (data: T) => void): () => void {
  if (!hasBackend() || !('runtime' in window)) return () => {}
  return runtime.EventsOn(name, hear)
}

/** Hears files dropped on the window, as paths. */
export function onFiles(hear: (paths: string[]) => void): () => void {
  if (!hasBackend() || !('runtime' in window)) return () => {}
  runtime.OnFileDrop((_x, _y, paths) => hear(paths), false)
  return () => runtime.OnFileDropOff()
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
