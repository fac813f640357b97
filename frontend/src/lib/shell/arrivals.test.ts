import { beforeEach, describe, expect, it, vi } from 'vitest'
import { Fault } from '$lib/bridge/call'

const back = vi.hoisted(() => ({
  given: [] as string[],
  hear: (): void => undefined,
  fails: new Map<string, string>(),
  importFeeds: vi.fn(() => Promise.resolve({ new: 2 })),
  addFiles: vi.fn(() => Promise.resolve({ new: 1, ids: [7] })),
  failure: vi.fn(),
  go: vi.fn(),
}))
vi.mock('$lib/bridge/call', async (real) => ({ ...(await real<object>()), hasBackend: () => true }))
vi.mock('$lib/bridge/events', () => ({
  on: (_name: string, hear: () => void) => {
    back.hear = hear
    return () => undefined
  },
}))
vi.mock('$lib/bridge/shell', () => ({
  openedFiles: () => Promise.resolve(back.given.splice(0)),
  checkFile: (path: string) => {
    const code = back.fails.get(path)
    return code ? Promise.reject(new Fault(code)) : Promise.resolve()
  },
}))
vi.mock('$lib/bridge/library', () => ({ importFeeds: back.importFeeds, addFiles: back.addFiles }))
vi.mock('./router.svelte', () => ({ router: { go: back.go, place: { area: 'today', path: [] } } }))
vi.mock('./background.svelte', () => ({ background: { changed: () => undefined } }))
vi.mock('./notices', () => ({
  notice: () => undefined,
  attempt: (step: () => Promise<unknown>) => step().catch((error: Fault) => void back.failure(error.code)),
}))
const { takeOpened } = await import('./arrivals')

beforeEach(() => {
  vi.clearAllMocks()
  back.fails.clear()
})

describe('files with which Relais is opened', () => {
  it('lead to the import of people', async () => {
    back.given = ['/home/été/team.csv']
    takeOpened()
    await vi.waitFor(() => expect(back.go).toHaveBeenCalledWith('staff', ['import'], { file: '/home/été/team.csv' }))
    expect(back.addFiles).not.toHaveBeenCalled()
  })

  it('are taken while it runs, each by its kind, and a list of people last', async () => {
    takeOpened()
    back.given = ['/team.VCF', '/feeds.opml', '/letter.eml']
    back.hear()
    await vi.waitFor(() => expect(back.go).toHaveBeenCalled())
    expect(back.importFeeds).toHaveBeenCalledWith('/feeds.opml', false)
    expect(back.addFiles).toHaveBeenCalledWith(['/letter.eml'])
    expect(back.go.mock.calls).toEqual([['staff', ['import'], { file: '/team.VCF' }]])
  })

  it('say why one cannot be taken in, and the others are', async () => {
    back.fails.set('/lists', 'file_folder').set('/gone.csv', 'file_missing')
    back.given = ['/lists', '/gone.csv', '/page.html']
    takeOpened()
    await vi.waitFor(() => expect(back.go).toHaveBeenCalledWith('library', [7]))
    expect(back.failure.mock.calls).toEqual([['file_folder'], ['file_missing']])
    expect(back.addFiles).toHaveBeenCalledWith(['/page.html'])
  })
})
