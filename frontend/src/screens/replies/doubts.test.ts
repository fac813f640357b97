import { describe, expect, it } from 'vitest'
import messages from '../../../messages/en/replies.json'
import { doubts, doubtSentences } from './doubts'

const told = { decidedBy: '', doubts: [] as string[] }

describe('why a person is asked', () => {
  it('has the sentence of every code that the messages know', () => {
    const apart = ['taken_back', 'person', 'failed']
    const codes = Object.keys(messages).flatMap((key) => key.match(/^replies_doubt_(.*)/)?.[1] ?? [])
    expect(Object.keys(doubts).sort()).toEqual(codes.filter((code) => !apart.includes(code)).sort())
  })
  it('says each reason once, in the order of the codes', () => {
    const said = doubtSentences({ ...told, doubts: ['somebody_else', 'no_end_named', 'pause_without_end'] })
    expect(said).toEqual([doubts.somebody_else!(), doubts.no_end_named!()])
  })
  it('says that it could not be acted on where the code is that of a fault', () => {
    expect(doubtSentences({ ...told, doubts: ['unexpected'] })).toEqual([messages.replies_doubt_failed])
  })
  it('says that it was taken back, whatever had been doubted', () => {
    expect(doubtSentences({ decidedBy: 'person', doubts: ['by_post'] })).toEqual([messages.replies_doubt_taken_back])
  })
})
