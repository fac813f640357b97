import type { window as wire } from '$wails/go/models'
import * as Calendar from '$wails/go/window/Calendar'
import * as Posts from '$wails/go/window/Posts'
import { call, sent } from './call'

type Plain<T> = Omit<T, 'convertValues'>

export type PostCard = Plain<wire.PostCard>
/** What a person writes in a post; zero stands for no article and no campaign. */
export type PostContent = Omit<Plain<wire.PostContent>, 'variants'> & { variants: PostWording[] }
export type PostWording = Plain<wire.PostWording>
export type VariantLook = Plain<wire.VariantLook>
export type PostProblem = Plain<wire.PostProblem>
export type PostRevision = Plain<wire.PostRevision>
export type NetworkFacts = Plain<wire.NetworkFacts>
export type CampaignLine = Plain<wire.CampaignLine>
export type CalendarEvent = Plain<wire.CalendarEvent>
export type PostPage = Omit<Plain<wire.PostPage>, 'content'> & { content: PostContent }

export const listPosts = (state: string, offset = 0) => call(Posts.List(state, offset)) as Promise<PostCard[]>
export const getPost = (id: number) => call(Posts.Get(id)) as Promise<PostPage>
/** Drafts a post from an article; 0 is none. */
export const newPost = (article: number, title: string) => call(Posts.New(article, title)) as Promise<PostPage>
export const savePost = (id: number, content: PostContent) =>
  call(Posts.Save(id, sent<wire.PostContent>(content))) as Promise<PostPage>
/** Counts and folds the texts while one types; keeps nothing. */
export const lookAt = (id: number, content: PostContent) =>
  call(Posts.Look(id, sent<wire.PostContent>(content))) as Promise<VariantLook[]>
/** To submitted, approved, draft or archived; gives the step to undo. */
export const movePost = (id: number, to: string) => call(Posts.Move(id, to))
export const duplicatePost = (id: number, template: boolean) => call(Posts.Duplicate(id, template)) as Promise<PostPage>
export const history = (id: number) => call(Posts.History(id)) as Promise<PostRevision[]>
export const revert = (id: number, revision: number) => call(Posts.Revert(id, revision))
/** A text by the firm's language model, from the article; up to a minute and a half. */
export const propose = (id: number, network: string, language: string, tone: string) =>
  call(Posts.Propose(id, network, language, tone)) as Promise<PostWording>
export const networks = () => call(Posts.Networks()) as Promise<NetworkFacts[]>
export type PostTopic = Plain<wire.PostTopic>
export const topics = () => call(Posts.Topics()) as Promise<PostTopic[]>
export const setTwoEyes = (two: boolean) => call(Posts.SetTwoEyes(two))
export const campaigns = () => call(Posts.Campaigns()) as Promise<CampaignLine[]>
export type CampaignPost = Plain<wire.CampaignPost>
export const campaignParts = (id: number) =>
  call(Posts.CampaignParts(id)) as Promise<{ posts: CampaignPost[]; people: string[] }>
export const saveCampaign = (line: CampaignLine) => call(Posts.SaveCampaign(sent<wire.CampaignLine>(line)))
export const events = (from: string, to: string) => call(Calendar.Events(from, to)) as Promise<CalendarEvent[]>
export const exportCalendar = (from: string, to: string, language: string, path: string) =>
  call(Calendar.Export(from, to, language, path))
