import type { window as wire } from '$wails/go/models'
import * as Data from '$wails/go/window/Data'
import en from '../../../messages/en/doctor.json'
import fr from '../../../messages/fr/doctor.json'
import { call } from './call'

export type BackupInfo = Omit<wire.BackupInfo, 'convertValues'>
export type BackupPreview = wire.BackupPreview
export type Finding = wire.DoctorFinding

export const backups = () => call(Data.Backups()) as Promise<BackupInfo>
export const setBackupFolder = (folder: string) => call(Data.SetBackupFolder(folder))
export const setBackupPassphrase = (passphrase: string) => call(Data.SetBackupPassphrase(passphrase))
export const recoveryKey = () => call(Data.RecoveryKey())
/** In the background; the job's id. */
export const backUpNow = () => call(Data.BackUpNow())
export const backUpTo = (file: string) => call(Data.BackUpTo(file))
/** Everything in open formats, unencrypted, in the background; the job's id. */
export const exportTo = (file: string) => call(Data.ExportTo(file))
export const previewBackup = (file: string, key: string, passphrase: string) =>
  call(Data.PreviewBackup(file, key, passphrase))
/** Lays a backup out in a new folder and opens it in a window of its own; the folder. */
export const restoreBackup = (file: string, folder: string, key: string, passphrase: string) =>
  call(Data.RestoreBackup(file, folder, key, passphrase))
export const examine = () => call(Data.Examine()) as Promise<Finding[]>
export const saveDiagnostics = (file: string) => call(Data.SaveDiagnostics(file))

const sentences: Record<string, Record<string, string>> = { en, fr }

/** What a finding says; `relais doctor` fills the same sentences, so placeholders are plain {names}. */
export function findingSentence(finding: Finding, locale: string): string {
  const key = `doctor_${finding.code}_${finding.verdict}`
  const text = sentences[locale]?.[key] ?? sentences.en?.[key] ?? key
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(finding.params[name] ?? whole))
}
