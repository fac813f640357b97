import type { window as wire } from '$wails/go/models'
import * as Send from '$wails/go/window/Send'
import { call, sent } from './call'

type Plain<T> = Omit<T, 'convertValues'>

export type SendAudience = Omit<Plain<wire.SendAudience>, 'people'> & { people: SendPerson[] }
export type SendPerson = Plain<wire.SendPerson>
export type SendReason = Plain<wire.SendReason>
export type SendReach = Plain<wire.SendReach>
export type SendOutcome = Plain<wire.SendOutcome>
export type SendSkipped = Plain<wire.SendSkipped>
export type SendLetter = Plain<wire.SendLetter>
export type SendDispatch = Plain<wire.SendDispatch>
export type SendRules = Plain<wire.SendRules>
export interface SendPlan {
  postId: number
  staff: number[]
  /** RFC 3339, or '' for now. */
  notBefore: string
  spreadDays: number
  /** Why those against whom a soft rule speaks are asked all the same; may be ''. */
  word: string
}

export const audience = (post: number) => call(Send.Audience(post)) as Promise<SendAudience>
export const reach = (post: number, staff: number[]) => call(Send.Reach(post, staff)) as Promise<SendReach>
export const preview = (post: number, person: number, chosen: number[]) =>
  call(Send.Preview(post, person, chosen)) as Promise<SendLetter>
/** The approved give that suits most of these people; 0 where none suits any. */
export const giveFor = (people: number[]) => call(Send.GiveFor(people))
export const sendPost = (plan: SendPlan) => call(Send.Send(sent<wire.SendPlan>(plan))) as Promise<SendOutcome>
export const dispatches = () => call(Send.Dispatches()) as Promise<SendDispatch[]>
export const turn = (id: number, to: 'pause' | 'resume' | 'cancel') => call(Send.Turn(id, to))
export const leftOut = (id: number) => call(Send.LeftOut(id)) as Promise<SendSkipped[]>
export const rules = () => call(Send.Rules()) as Promise<SendRules>
export const setRules = (value: SendRules) => call(Send.SetRules(sent<wire.SendRules>(value)))
export const digestsDue = () => call(Send.DigestsDue())
export const digestNow = () => call(Send.DigestNow())
