import type { Put, Reply } from '$lib/bridge/replies'
import * as m from '$m'
import { stateName } from './words'

/** What an answer can mean for one request among several, in the order in which one key goes through them. */
export const itemStates = ['shared', 'read', 'declined', 'deferred']

/** Whether what an answer means is chosen for each of its requests. */
export const hasItems = (reply: Reply): boolean => reply.requests.length > 1 && reply.kind !== 'invitation'

/** What the reader found an answer to say of each of its requests. */
export const itemsRead = (reply: Reply): Record<number, string> =>
  Object.fromEntries(
    (hasItems(reply) ? reply.requests : [])
      .filter((put) => itemStates.includes(put.said))
      .map((put) => [put.id, put.said]),
  )

/** The state that one more press of an item's key says; '' after the last one. */
export const nextState = (state: string | undefined): string => itemStates[itemStates.indexOf(state ?? '') + 1] ?? ''

/** A request as the email named it: with its number, where that email is known. */
export const itemName = (reply: Reply, put: Put): string =>
  (reply.messageId > 0 && put.number > 0 ? `${put.number}. ` : '') + put.title

/** '1: Shared, 2: Not this one', as a notice says what was recorded. */
export const itemsSaid = (reply: Reply, items: Record<number, string>): string =>
  reply.requests
    .filter((put) => items[put.id])
    .map((put) =>
      m.parts_pair({
        name: reply.messageId > 0 && put.number > 0 ? String(put.number) : put.title,
        text: stateName(items[put.id]!),
      }),
    )
    .join(', ')
