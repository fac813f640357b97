import { hasBackend } from '$lib/bridge/call'
import { on } from '$lib/bridge/events'
import { checkFile, openedFiles } from '$lib/bridge/shell'
import * as m from '$m'
import { background } from './background.svelte'
import { draggedLink } from './drops'
import { isTyping } from './keys.svelte'
import { attempt, notice } from './notices'
import { router } from './router.svelte'

const people = /\.(csv|xlsx|xlsm|vcf|tsv)$/i
const feeds = /\.opml$/i

/** Hears of the files with which Relais is opened, before this page stood or since; the result ends it. */
export function takeOpened(): () => void {
  if (!hasBackend()) return () => {}
  const take = async () => takeFiles((await attempt(openedFiles)) ?? [])
  const end = on('files:opened', () => void take())
  void take()
  return end
}

/**
 * Files dropped anywhere, or opened with Relais, go where they belong: lists of people to the import, lists of feeds and
 * pages to the library. Of each that cannot be taken in it says why.
 */
export async function takeFiles(dropped: string[]): Promise<void> {
  const paths: string[] = []
  // A link that is dropped is told as a file without a path, too.
  for (const path of dropped.filter(Boolean)) if (await fits(path)) paths.push(path)
  const list = paths.find((path) => people.test(path))
  const pages = paths.filter((path) => !people.test(path) && !feeds.test(path))
  await takeFeeds(paths.filter((path) => feeds.test(path)))
  const page = await takePages(pages)
  if (list) importList(list)
  else if (page) router.go('library', page)
}

function importList(file: string): void {
  // The same address again would be no step, and the list may have been mended since.
  if (router.place.path[0] === 'import') router.replace('staff', ['import'])
  router.go('staff', ['import'], { file })
}

const fits = (path: string) =>
  attempt(async () => {
    await checkFile(path)
    return true
  })

async function takeFeeds(paths: string[]): Promise<void> {
  for (const path of paths) {
    const { importFeeds } = await import('$lib/bridge/library')
    const got = await attempt(() => importFeeds(path, false))
    if (got) notice(m.shell_feeds_taken({ count: got.new }))
  }
}

/** Takes pages, mails and texts in; the way to the first of them. */
async function takePages(paths: string[]): Promise<number[] | undefined> {
  if (paths.length === 0) return
  const { addFiles } = await import('$lib/bridge/library')
  const got = await attempt(() => addFiles(paths))
  if (!got) return
  notice(got.new > 0 ? m.shell_pages_taken({ count: got.new }) : m.library_known())
  background.changed()
  return got.ids.slice(0, 1)
}

/** A link that is dropped anywhere is offered to the library. */
export function takeLink(event: DragEvent): void {
  const text = draggedLink(event)
  if (!text || document.querySelector('[role="dialog"]')) return
  event.preventDefault()
  router.go('library', [], { add: 'link', text })
}

/** A link pasted where nobody types is offered to the library. */
export function takePaste(event: ClipboardEvent): void {
  if (isTyping(event.target) || router.place.area === 'library') return
  const text = event.clipboardData?.getData('text/plain').trim() ?? ''
  if (!/^https?:\/\/\S+$/i.test(text)) return
  event.preventDefault()
  router.go('library', [], { add: 'link', text })
}
