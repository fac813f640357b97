import type { window as wire } from '$wails/go/models'
import * as Settings from '$wails/go/window/Settings'
import { call, sent } from './call'

/** What the firm says about itself once, for letters, documents and figures. Every field may be empty. */
export type Company = wire.Company
export type About = wire.About

export const company = () => call(Settings.Company())
export const saveCompany = (value: Company) => call(Settings.SaveCompany(sent<wire.Company>(value)))
export const about = () => call(Settings.About())
export const welcomed = () => call(Settings.Welcomed())
/** Tells the window which ground to open on. */
export const keepLook = (theme: string, dark: boolean) => call(Settings.KeepLook(theme, dark))
export const setWelcomed = (done: boolean) => call(Settings.SetWelcomed(done))
