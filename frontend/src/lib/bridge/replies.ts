import type { window as wire } from '$wails/go/models'
import * as Replies from '$wails/go/window/Replies'
import { call, sent } from './call'

type Plain<T> = Omit<T, 'convertValues'>

/** Where an answer stands. */
export type Status = 'waiting' | 'handled' | 'ignored'

export type Part = wire.ReplyPart
export type Put = wire.ReplyRequest
export type Reply = Omit<Plain<wire.Reply>, 'status'> & { status: Status; parts: Part[]; requests: Put[] }
export type Page = { rows: Reply[]; waiting: number; handled: number; ignored: number; more: boolean }
export interface Decision {
  state: string
  networks: string[]
  until: string
  requests: number[]
  put: number
  /** What it means for each request, where that differs; in place of state, requests and put. */
  items: { request: number; state: string }[]
}

export const list = (status: Status, before: number) => call(Replies.List(status, before)) as Promise<Page>
export const get = (id: number) => call(Replies.Get(id)) as Promise<Reply>
/** Gives the step that `undoStep` takes back. */
export const decide = (id: number, decision: Decision) => call(Replies.Decide(id, sent<wire.ReplyDecision>(decision)))
export const reopen = (id: number) => call(Replies.Reopen(id))
export const assign = (id: number, staffId: number, remember: boolean) => call(Replies.Assign(id, staffId, remember))
export const readAgain = () => call(Replies.ReadAgain())
