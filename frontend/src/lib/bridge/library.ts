import type { article, window as wire } from '$wails/go/models'
import * as Library from '$wails/go/window/Library'
import { call, sent } from './call'

type Plain<T> = Omit<T, 'convertValues'>

/** Where an article stands. */
export type State = 'inbox' | 'kept' | 'discarded' | 'archived' | 'expired'
export type Kind = 'article' | 'job_offer' | 'company_news' | 'event'

export type Part = wire.TextPart
export type Topic = Plain<wire.LibraryTopic>
export type Row = Omit<Plain<wire.LibraryRow>, 'kind' | 'state' | 'topics'> & {
  kind: Kind
  state: State
  topics: Topic[]
}
export type Filter = Plain<wire.LibraryFilter>
export type Page = { rows: Row[]; total: number; many: boolean; order: string }
export type TopicLine = Plain<wire.TopicLine>
export type SourceLine = Plain<wire.SourceLine>
export type Overview = Omit<Plain<wire.LibraryOverview>, 'topics' | 'sources'> & {
  topics: TopicLine[]
  sources: SourceLine[]
}
export type Article = Omit<Plain<wire.LibraryArticle>, 'row'> & { row: Row }
export type Rules = Plain<article.Rules>

export const overview = () => call(Library.Overview()) as Promise<Overview>
export const list = (filter: Filter, offset: number, limit: number) =>
  call(Library.List(sent<wire.LibraryFilter>(filter), offset, limit)) as Promise<Page>
export const open = (id: number) => call(Library.Open(id)) as Promise<Article>
/** The results of these three undo them (`undoStep`); 0 where nothing changed. */
export const triage = (ids: number[], state: State) => call(Library.Triage(ids, state))
export const triageAll = (filter: Filter, state: State) =>
  call(Library.TriageAll(sent<wire.LibraryFilter>(filter), state))
export const setTopics = (ids: number[], give: number[], take: number[]) => call(Library.SetTopics(ids, give, take))

export const change = (id: number, kind: Kind, title: string, note: string, expiresOn: string) =>
  call(Library.Change(id, kind, title, note, expiresOn))
export const add = (what: string) => call(Library.Add(what))
export const addFiles = (paths: string[]) => call(Library.AddFiles(paths))
export const copy = (id: number) => call(Library.Copy(id))

export const subscribe = (address: string) => call(Library.Subscribe(address))
export const refresh = () => call(Library.Refresh())
export const saveSource = (source: SourceLine) => call(Library.SaveSource(sent<wire.SourceLine>(source)))
export const deleteSource = (id: number) => call(Library.DeleteSource(id))
export const importFeeds = (path: string, preview: boolean) => call(Library.ImportFeeds(path, preview))
export const exportFeeds = (path: string) => call(Library.ExportFeeds(path))

export const saveTopic = (topic: TopicLine) => call(Library.SaveTopic(sent<wire.TopicLine>(topic)))
export const mergeTopic = (from: number, into: number) => call(Library.MergeTopic(from, into))
export const deleteTopic = (id: number) => call(Library.DeleteTopic(id))

export const saveSearch = (name: string, query: string) => call(Library.SaveSearch(name, query))
export const deleteSearch = (id: number) => call(Library.DeleteSearch(id))

export const storage = () => call(Library.Storage())
export const setRules = (rules: Rules) => call(Library.SetRules(rules))
export const helper = () => call(Library.Helper())
export const setHelper = (address: string, model: string, key: string) =>
  call(Library.SetHelper(sent<wire.LibraryHelper>({ address, model }), key))
export const summarise = (id: number, language: string) => call(Library.Summarise(id, language))
export const translate = (id: number, language: string) => call(Library.Translate(id, language))

/** The saved copy, for the sandboxed frame. It loads stored pictures and nothing else. */
/** `size` is the size of the text in per cent. */
export const readerAddress = (id: number, query: string, dark: boolean, size: number) =>
  `/reader/${id}?q=${encodeURIComponent(query)}&dark=${dark ? 1 : 0}&size=${size}`
export const pictureAddress = (hash: string) => `/picture/${hash}`
