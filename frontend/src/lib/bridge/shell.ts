import type { window as wire } from '$wails/go/models'
import * as Shell from '$wails/go/window/Shell'
import { call } from './call'

/** An article, person or post found by its words. */
export type Found = wire.Found

export const find = (words: string) => call(Shell.Find(words)) as Promise<Found[]>

/** Takes back the step that the journal has under this id: every method that can be undone gives one. */
export const undoStep = (activity: number) => call(Shell.Undo(activity))

/** The date that this computer shows is right after all. */
export const trustClock = () => call(Shell.TrustClock())
export const sendDespiteUnread = () => call(Shell.SendDespiteUnread())

/** This copy of the workspace is the right one, though another is about. */
export const trustCopy = () => call(Shell.TrustCopy())

/** The files with which the window was opened since this was last asked, each once. */
export const openedFiles = () => call(Shell.Opened())

/** Rejects with the reason where a file that arrives cannot be taken in. */
export const checkFile = (path: string) => call(Shell.CheckFile(path))

/** Opens the sample company in a window of its own. */
export const openSample = () => call(Shell.OpenSample())
