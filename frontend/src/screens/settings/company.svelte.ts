import { company, saveCompany, type Company } from '$lib/bridge/settings'
import { desk } from '$lib/shell/desk.svelte'
import { attempt, notice } from '$lib/shell/notices'
import * as m from '$m'

const empty: Company = {
  name: '',
  website: '',
  language: '',
  contact: '',
  privacyContact: '',
  disclosure: '',
  country: '',
  currency: '',
}

/** The company's fields: each is kept as soon as one leaves it, and the step can be taken back. */
export class CompanyForm {
  value = $state<Company>({ ...empty })
  ready = $state(false)
  private kept: Company = { ...empty }

  async load() {
    const read = await attempt(company)
    if (!read) return
    this.kept = { ...read }
    this.value = { ...read }
    this.ready = true
  }

  async keep() {
    const before = this.kept
    const now = tidy(this.value)
    if (JSON.stringify(before) === JSON.stringify(now)) return
    if (!(await this.write(now))) return
    notice(m.settings_kept(), () => this.write(before).then(() => undefined))
  }

  private async write(next: Company): Promise<boolean> {
    const done = await attempt(async () => {
      await saveCompany(next)
      return true
    })
    if (!done) return false
    this.kept = { ...next }
    this.value = { ...next }
    void desk.refresh()
    return true
  }
}

/** Spaces around are nobody's wish, and a hashtag has its sign and no spaces. */
export function tidy(value: Company): Company {
  const out = { ...value }
  for (const key of Object.keys(empty) as (keyof Company)[]) out[key] = (out[key] ?? '').trim()
  if (out.disclosure) out.disclosure = `#${out.disclosure.replace(/[#\s]/g, '')}`
  if (out.website && !/^https?:\/\//i.test(out.website)) out.website = `https://${out.website}`
  return out
}
