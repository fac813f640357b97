import {
  account,
  arrived,
  checkAccount,
  guessAccount,
  release,
  removeAccount,
  saveAccount,
  sendAgain,
  signIn,
  stuck,
  withdraw,
  type MailAccount,
  type MailGuess,
  type MailStep,
  type StuckMessage,
} from '$lib/bridge/account'
import { background } from '$lib/shell/background.svelte'
import { attempt, notice } from '$lib/shell/notices'
import * as m from '$m'

type Busy = '' | 'guess' | 'check' | 'sign-in'

/** The mail account: found from the address, tried, then kept. Nothing is kept that was not tried or asked for. */
export class MailForm {
  value = $state<MailAccount | undefined>()
  found = $state<MailGuess | undefined>()
  steps = $state<MailStep[]>([])
  busy = $state<Busy>('')
  /** Shows the servers; they are out of the way where they were found. */
  open = $state(false)

  async load() {
    this.value = await attempt(account)
  }

  get oauth(): boolean {
    return this.value?.auth === 'microsoft' || this.value?.auth === 'google'
  }

  get failed(): MailStep | undefined {
    return this.steps.find((step) => !step.ok)
  }

  /** Fills the servers in from the address. */
  async find() {
    const address = this.value?.address.trim()
    if (!address || this.busy) return
    this.steps = []
    const guess = await this.during('guess', () => guessAccount(address))
    if (!guess || !this.value) return
    this.found = guess
    const { name, shared, configured, lost, password } = this.value
    this.value = { ...guess.account, name, shared, configured, lost, password } as MailAccount
    this.open = guess.found === ''
  }

  /** Tries the account, keeps it where it works, then looks how the provider treats mail. */
  async connect() {
    const form = this.value
    if (!form || this.busy) return
    this.steps = []
    if (this.oauth) return this.connectBySignIn(form)
    const tried = await this.during('check', () => checkAccount(form, false))
    if (!tried) return
    if (tried.some((step) => !step.ok)) {
      this.steps = tried
      return
    }
    // Not shown before it is kept: what is not kept does not work the next time.
    if (!(await this.keep(form))) return
    const probed = await this.during('check', () => checkAccount(form, true))
    if (probed) this.steps = probed
    await this.load()
  }

  private async connectBySignIn(form: MailAccount) {
    if (!(await this.keep(form))) return
    const done = await this.during('sign-in', async () => {
      await signIn()
      return true
    })
    if (!done) return
    const steps = await this.during('check', () => checkAccount(form, true))
    if (steps) this.steps = steps
    await this.load()
  }

  private async keep(form: MailAccount): Promise<boolean> {
    const done = await attempt(async () => {
      await saveAccount(form)
      return true
    })
    if (!done) return false
    if (this.value)
      this.value = { ...this.value, configured: true, lost: false, password: '', clientSecret: '' } as MailAccount
    notice(m.mail_kept())
    background.changed()
    return true
  }

  async forget() {
    await attempt(removeAccount)
    background.changed()
    this.steps = []
    this.found = undefined
    await this.load()
  }

  private async during<T>(what: Busy, step: () => Promise<T>): Promise<T | undefined> {
    this.busy = what
    try {
      return await attempt(step)
    } finally {
      this.busy = ''
    }
  }
}

/** What did not leave, with the steps that a person can take. */
export class StuckMail {
  lines = $state<StuckMessage[]>([])

  async load() {
    this.lines = (await attempt(stuck)) ?? []
  }

  async decide(line: StuckMessage, step: 'arrived' | 'again' | 'release' | 'withdraw') {
    const steps = { arrived, again: sendAgain, release, withdraw }
    await attempt(() => steps[step](line.id))
    await this.load()
  }
}
