import type { window as wire } from '$wails/go/models'
import * as Account from '$wails/go/window/Account'
import { call, sent } from './call'

/** The mail account as the form shows it. Secrets only go in: empty ones leave what is saved. */
export type MailAccount = wire.MailAccount
export type MailServer = wire.MailServer
export type MailGuess = wire.MailGuess
export type MailStep = wire.MailStep
/** A message that did not leave, or of which nobody knows whether it did. */
export type StuckMessage = wire.StuckMessage

export const account = () => call(Account.Get())
export const guessAccount = (address: string) => call(Account.Guess(address))
export const checkAccount = (form: MailAccount, probe: boolean) =>
  call(Account.Check(sent<wire.MailAccount>(form), probe))
export const saveAccount = (form: MailAccount) => call(Account.Save(sent<wire.MailAccount>(form)))
export const signIn = () => call(Account.SignIn())
export const removeAccount = () => call(Account.Remove())
export const syncNow = () => call(Account.SyncNow())
export const stuck = () => call(Account.Stuck())
export const arrived = (id: number) => call(Account.Arrived(id))
export const sendAgain = (id: number) => call(Account.SendAgain(id))
export const release = (id: number) => call(Account.Release(id))
export const withdraw = (id: number) => call(Account.Withdraw(id))
