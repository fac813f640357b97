import type { window as wire } from '$wails/go/models'
import * as Rescue from '$wails/go/window/Rescue'
import * as Shell from '$wails/go/window/Shell'
import { call } from './call'

/** The damaged workspace, and the last backup of it that was found. */
export type RescueState = wire.RescueState
/** What the workspace holds now, and where the damaged one lies. */
export type Rescued = wire.Rescued

export const saveReadable = () => call(Rescue.Save()) as Promise<Rescued>
/** The key or passphrase may be empty where the backup was made on this computer. */
export const restoreInPlace = (file: string, key: string, passphrase: string) =>
  call(Rescue.Restore(file, key, passphrase)) as Promise<Rescued>
export const chooseBackup = (title: string) => call(Rescue.ChooseBackup(title))
/** Closes the window; with `again`, Relais opens on the workspace as it is now. */
export const quit = (again: boolean) => call(Rescue.Quit(again))
/** From the usual window: closes it and opens the one that rescues the workspace. */
export const rescue = () => call(Shell.Rescue())
