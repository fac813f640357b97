import { syncNow } from '$lib/bridge/account'
import { attempt } from './notices'

/** Reads what arrived and sends what is queued, now; the bar at the foot shows how far it is. */
export const readAndSend = () => void attempt(syncNow)
