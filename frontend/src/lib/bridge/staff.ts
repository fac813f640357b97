import type { window as wire } from '$wails/go/models'
import * as Staff from '$wails/go/window/Staff'
import { call, sent } from './call'

type Plain<T> = Omit<T, 'convertValues'>

export type StaffRow = wire.StaffRow
export type StaffPage = Plain<wire.StaffPage>
export type StaffPerson = Plain<wire.StaffPerson>
export type StaffCard = wire.StaffCard
export type StaffFilter = wire.StaffFilter
export type StaffMoment = wire.StaffMoment
export type StaffConsent = wire.StaffConsent
export type StaffAccount = wire.StaffAccount
export type StaffTopic = wire.StaffTopic
export type StaffColumn = wire.StaffColumn
export type StaffPlan = Plain<wire.StaffPlan>
export type StaffPlanRow = Plain<wire.StaffPlanRow>
export type StaffDepartment = wire.StaffDepartment
export type StaffCoverage = wire.StaffCoverage
export type StaffImportRecord = wire.StaffImportRecord
export type StaffTwin = Plain<wire.StaffTwin>
export type StaffRules = wire.StaffRules
export interface ImportOptions {
  sheet: string
  columns: StaffColumn[]
  bringBack: string[]
}

const filterOf = (f: StaffFilter) => sent<wire.StaffFilter>(f)
const cardOf = (c: StaffCard) => sent<wire.StaffCard>(c)
const optionsOf = (o: ImportOptions) => sent<wire.StaffImportOptions>(o)
type PersonPage = Promise<StaffPerson>

export const people = (f: StaffFilter) => call(Staff.List(filterOf(f))) as Promise<StaffPage>
export const selectPeople = (f: StaffFilter) => call(Staff.Select(filterOf(f)))
export const movePeople = (ids: number[], department: string) => call(Staff.Move(ids, department))
export const topicPeople = (ids: number[], topic: string, forget: boolean) => call(Staff.SetTopicOf(ids, topic, forget))
export const person = (id: number) => call(Staff.Get(id)) as PersonPage
export const addPerson = (c: StaffCard, address: string, confirmed: boolean) =>
  call(Staff.Add(cardOf(c), address, confirmed))
export const savePerson = (id: number, c: StaffCard) => call(Staff.Save(id, cardOf(c))) as PersonPage
export const setMembership = (id: number, state: string, until: string, words: string, asked: boolean) =>
  call(Staff.SetMembership(id, state, until, words, asked)) as PersonPage
export const setCaps = (id: number, asks: number, mails: number) => call(Staff.SetCaps(id, asks, mails)) as PersonPage
export const setAudience = (id: number, network: string, address: string, size: number, asOf: string) =>
  call(Staff.SetAudience(id, network, address, size, asOf)) as PersonPage
export const setPreferred = (id: number, network: string, preferred: boolean) =>
  call(Staff.SetPreferred(id, network, preferred)) as PersonPage
export const closeAccount = (id: number, network: string) => call(Staff.CloseAccount(id, network)) as PersonPage
export const addAddress = (id: number, address: string, primary: boolean) =>
  call(Staff.AddAddress(id, address, primary)) as PersonPage
export const removeAddress = (id: number, address: string) => call(Staff.RemoveAddress(id, address)) as PersonPage
export const setTopic = (id: number, name: string, stance: string) =>
  call(Staff.SetTopic(id, name, stance)) as PersonPage
export const restrict = (id: number, on: boolean) => call(Staff.Restrict(id, on)) as PersonPage
export const mergePeople = (keep: number, gone: number) => call(Staff.Merge(keep, gone)) as PersonPage
export const erase = (id: number) => call(Staff.Erase(id))
export const writeCopy = (id: number, language: string, path: string) => call(Staff.Copy(id, language, path))
export const exportPeople = (path: string, format: string, language: string, f: StaffFilter) =>
  call(Staff.Export(path, format, language, filterOf(f)))
export const writeDocument = (name: string, language: string, path: string) =>
  call(Staff.Document(name, language, path))
export const invite = (ids: number[], asked: boolean) =>
  call(Staff.Invite(ids, asked)) as Promise<Plain<wire.StaffInvited>>

export const previewImport = (path: string, o: ImportOptions) =>
  call(Staff.Preview(path, optionsOf(o))) as Promise<StaffPlan>
export const runImport = (path: string, o: ImportOptions) =>
  call(Staff.Import(path, optionsOf(o))) as Promise<StaffPlan>
export const undoImport = (id: number) => call(Staff.UndoImport(id))
export const imports = () => call(Staff.Imports()) as Promise<StaffImportRecord[]>

export const departments = () => call(Staff.Departments()) as Promise<StaffDepartment[]>
export const renameDepartment = (id: number, name: string) => call(Staff.RenameDepartment(id, name))
export const coverage = () => call(Staff.Coverage()) as Promise<StaffCoverage[]>
export const renameTopic = (id: number, name: string, parent: number) => call(Staff.RenameTopic(id, name, parent))
export const mergeTopics = (from: number, into: number) => call(Staff.MergeTopics(from, into))
export const twins = () => call(Staff.Twins()) as Promise<StaffTwin[]>
export const rules = () => call(Staff.Rules()) as Promise<StaffRules>
export const previewRules = (people: number, mail: number) =>
  call(Staff.PreviewRules(people, mail)) as Promise<StaffRules>
export const setRules = (people: number, mail: number, asks: number, mails: number) =>
  call(Staff.SetRules(people, mail, asks, mails)) as Promise<StaffRules>
