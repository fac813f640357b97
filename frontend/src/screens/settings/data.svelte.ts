import {
  backUpNow,
  backUpTo,
  backups,
  examine,
  exportTo,
  previewBackup,
  recoveryKey,
  restoreBackup,
  saveDiagnostics,
  setBackupFolder,
  setBackupPassphrase,
  type BackupInfo,
  type BackupPreview,
  type Finding,
} from '$lib/bridge/data'
import { Fault } from '$lib/bridge/call'
import { chooseFile, chooseFolder, chooseSave } from '$lib/bridge/files'
import { attempt, failure, notice } from '$lib/shell/notices'
import * as m from '$m'

const kind = () => [{ name: m.data_backup_file(), pattern: '*.relais' }]

/** Backups and the examination of the workspace. */
export class Safety {
  info = $state.raw<BackupInfo>()
  findings = $state.raw<Finding[]>()
  examining = $state(false)
  key = $state('')

  async load() {
    this.info = await attempt(backups)
  }

  async chooseFolder() {
    const folder = await attempt(() => chooseFolder(m.data_choose_folder()))
    if (folder) await this.setFolder(folder)
  }

  async setFolder(folder: string) {
    const before = this.info?.chosen ? this.info.folder : ''
    if (!(await did(() => setBackupFolder(folder)))) return
    await this.load()
    notice(m.data_folder_set(), async () => {
      await setBackupFolder(before)
      await this.load()
    })
  }

  now = () => attempt(backUpNow)

  async saveTo() {
    const file = await attempt(() => chooseSave(m.data_save_copy(), `${m.data_file_name()}.relais`, kind()))
    if (file) await attempt(() => backUpTo(file))
  }

  async exportAll() {
    const file = await attempt(() => chooseSave(m.data_export(), 'relais-export.zip'))
    if (file) await attempt(() => exportTo(file))
  }

  async showKey() {
    this.key = (await attempt(recoveryKey)) ?? ''
    await this.load()
  }

  async setPassphrase(text: string) {
    if (!(await did(() => setBackupPassphrase(text)))) return false
    await this.load()
    notice(text ? m.data_passphrase_set() : m.data_passphrase_gone())
    return true
  }

  async examine() {
    this.examining = true
    this.findings = await attempt(examine)
    this.examining = false
  }

  async diagnostics() {
    const file = await attempt(() => chooseSave(m.data_diagnostics(), 'relais-diagnostics.zip'))
    if (file && (await did(() => saveDiagnostics(file)))) notice(m.data_diagnostics_saved())
  }
}

/** Going back to a backup: choose it, see what it holds, and lay it out beside this workspace. */
export class Restoring {
  open = $state(false)
  file = $state('')
  key = $state('')
  locked = $state(false)
  preview = $state.raw<BackupPreview>()
  busy = $state(false)

  async choose() {
    const file = await attempt(() => chooseFile(m.data_restore(), kind()))
    if (!file) return
    Object.assign(this, { file, key: '', locked: false, preview: undefined, open: true })
    await this.look()
  }

  /** A recovery key begins with its own word; anything else is a passphrase. */
  private secrets(): [key: string, passphrase: string] {
    const text = this.key.trim()
    return /^AGE-SECRET-KEY-/i.test(text) ? [text, ''] : ['', text]
  }

  async look() {
    try {
      this.preview = await previewBackup(this.file, ...this.secrets())
      this.locked = false
    } catch (error) {
      if (error instanceof Fault && error.code === 'backup_locked') this.locked = true
      else {
        failure(error)
        this.open = this.locked
      }
    }
  }

  async restore() {
    const folder = await attempt(() => chooseFolder(m.data_restore_where()))
    if (!folder) return
    this.busy = true
    const done = await attempt(() => restoreBackup(this.file, folder, ...this.secrets()))
    this.busy = false
    if (!done) return
    this.open = false
    notice(m.data_restored({ folder: done }))
  }
}

async function did(step: () => Promise<unknown>): Promise<boolean> {
  return (
    (await attempt(async () => {
      await step()
      return true
    })) ?? false
  )
}
