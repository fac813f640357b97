import * as m from '$m'
import { background } from './background.svelte'
import { draggedLink } from './drops'
import { isTyping } from './keys.svelte'
import { attempt, notice } from './notices'
import { router } from './router.svelte'

const people = /\.(csv|xlsx|vcf|tsv)$/i
const feeds = /\.(opml)$/i

/** Files dropped anywhere go where they belong: lists of people to the import, lists of feeds and pages to the library. */
export async function takeFiles(dropped: string[]): Promise<void> {
  const paths = dropped.filter(Boolean) // a link that is dropped is told as a file without a path, too
  const list = paths.find((path) => people.test(path))
  if (list) return router.go('staff', ['import'], { file: list })
  const { addFiles, importFeeds } = await import('$lib/bridge/library')
  for (const path of paths.filter((path) => feeds.test(path))) {
    const got = await attempt(() => importFeeds(path, false))
    if (got) notice(m.shell_feeds_taken({ count: got.new }))
  }
  const pages = paths.filter((path) => !people.test(path) && !feeds.test(path))
  if (pages.length === 0) return
  const got = await attempt(() => addFiles(pages))
  if (!got) return
  notice(got.new > 0 ? m.shell_pages_taken({ count: got.new }) : m.library_known())
  background.changed()
  router.go('library', got.ids[0] === undefined ? [] : [got.ids[0]])
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
