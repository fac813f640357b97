import { forget, who, work, type Who } from '$lib/bridge/activity'
import { hasBackend } from '$lib/bridge/call'
import { start } from '$lib/bridge/start'
import { attempt } from './notices'

/** Who is at the laptop: the name under which everything is noted. */
class Working {
  now = $state('')
  names = $state.raw<string[]>([])

  constructor() {
    if (typeof document !== 'undefined') this.take(start().working)
  }

  async load() {
    if (hasBackend()) this.take(await attempt(() => who()))
  }
  async choose(name: string): Promise<boolean> {
    return this.take(await attempt(() => work(name)))
  }
  async forget(name: string): Promise<boolean> {
    return this.take(await attempt(() => forget(name)))
  }
  private take(state: Who | undefined): boolean {
    if (!state) return false
    this.now = state.now
    this.names = state.names
    return true
  }
}

export const working = new Working()
