import type { window as wire } from '$wails/go/models'
import * as Results from '$wails/go/window/Results'
import { call, sent } from './call'

type Plain<T> = Omit<T, 'convertValues'>
export type Filter = Plain<wire.ResultsFilter>
export type Figure = Plain<wire.ResultsFigure>
export type Bucket = Plain<wire.ResultsBucket>
export type Group = Plain<wire.ResultsGroup>
export type Breakdown = Plain<wire.ResultsBreakdown>
export type Comparison = Plain<wire.ResultsComparison>
export type View = Plain<wire.ResultsView>
export type Choice = Plain<wire.ResultsChoice>
export type Choices = Plain<wire.ResultsChoices>
export type ShareLine = Plain<wire.ShareLine>
export type ShareDetail = Plain<wire.ShareDetail>
export type ShareFlag = Plain<wire.ShareFlag>
export type ShareEntry = Plain<wire.ShareEntry>
export type PageFigure = Plain<wire.PageFigure>
export type ReferralLine = Plain<wire.ReferralLine>
export type Assumptions = Plain<wire.Assumptions>

export interface ReviewPerson {
  id: number
  name: string
  code: string
}
export interface ReviewPlan {
  queued: ReviewPerson[]
  skipped: ReviewPerson[]
}

export interface LedgerQuery {
  filter: Filter
  postId: number
  staffId: number
  state: string
  words: string
  /** The last line of the page before. */
  before: string
  beforeId: number
}
/** What a correction changes; undefined leaves a field as it is. */
export interface ShareChange {
  network?: string
  url?: string
  sharedOn?: string
  audience?: number
}

const filterOf = (filter: Filter) => sent<wire.ResultsFilter>(filter)

export const view = (filter: Filter, language: string) =>
  call(Results.View(filterOf(filter), language)) as Promise<View>
export const choices = (language: string) => call(Results.Choices(language)) as Promise<Choices>
export const exportReport = (filter: Filter, format: string, language: string, path: string) =>
  call(Results.Export(filterOf(filter), format, language, path))
export const planReview = (year: number) => call(Results.PlanReview(year)) as Promise<ReviewPlan>
export const queueReview = (year: number, ids: number[]) => call(Results.QueueReview(year, ids)) as Promise<ReviewPlan>
export const ledger = (query: LedgerQuery, language: string) =>
  call(Results.Ledger(sent<wire.LedgerFilter>(query), language)) as Promise<ShareLine[]>
export const share = (id: number, language: string) => call(Results.Share(id, language)) as Promise<ShareDetail>
/** Each of these gives the step that undoes it. */
export const enter = (entry: ShareEntry) => call(Results.Enter(sent<wire.ShareEntry>(entry)))
export const correct = (id: number, change: ShareChange) => call(Results.Correct(id, sent<wire.ShareChange>(change)))
export const takeBack = (id: number) => call(Results.TakeBack(id))
export const decide = (share: number, flag: number, accept: boolean) => call(Results.Decide(share, flag, accept))
export const addFigure = (share: number, kind: string, value: number) => call(Results.AddFigure(share, kind, value))
export const correctFigure = (share: number, figure: number, value: number) =>
  call(Results.CorrectFigure(share, figure, value))
export const addPageFigure = (figure: PageFigure) => call(Results.AddPageFigure(sent<wire.PageFigure>(figure)))
export const saveReferral = (line: ReferralLine) => call(Results.SaveReferral(sent<wire.ReferralLine>(line)))

export const restore = (id: number) => call(Results.Restore(id))
export const find = (kind: 'person' | 'post', text: string) => call(Results.Find(kind, text)) as Promise<Choice[]>
export const networks = () => call(Results.Networks()) as Promise<Choice[]>
export const pageFigures = () => call(Results.PageFigures()) as Promise<PageFigure[]>
export const referrals = () => call(Results.Referrals()) as Promise<ReferralLine[]>
export const assumptions = () => call(Results.Assumptions()) as Promise<Assumptions>
export const setAssumptions = (value: Assumptions) => call(Results.SetAssumptions(sent<wire.Assumptions>(value)))

export type ResultsImport = Plain<wire.ResultsImport>
/** Reads a file: with `run` it is taken in, else only what it would do is said. */
export const importShares = (path: string, run: boolean) =>
  call(Results.ImportShares(path, run)) as Promise<ResultsImport>
export const importVisits = (path: string, run: boolean) =>
  call(Results.ImportVisits(path, run)) as Promise<ResultsImport>
