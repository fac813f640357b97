import type { window as wire } from '$wails/go/models'
import * as Shell from '$wails/go/window/Shell'
import { call, sent } from './call'

/** A line of the system's file dialog. */
export interface FileKind {
  name: string
  /** '*.csv;*.xlsx' */
  pattern: string
}

const filters = (kinds: FileKind[]) => kinds.map((kind) => sent<wire.FileFilter>(kind))

/** The system's own dialogs: a path, or '' where the person changed their mind. */
export const chooseFile = (title: string, kinds: FileKind[] = []) => call(Shell.ChooseFile(title, filters(kinds)))
export const chooseSave = (title: string, name: string, kinds: FileKind[] = []) =>
  call(Shell.ChooseSave(title, name, filters(kinds)))
export const chooseFolder = (title: string) => call(Shell.ChooseFolder(title))
/** Shows a folder of the workspace in the system's file manager. */
export const showFolder = (path: string) => call(Shell.ShowFolder(path))
/** A notice of the system, for what ends while the window is not in front. */
export const notify = (title: string, body: string) => call(Shell.Notify(title, body))
