import { beforeAll, describe, expect, it } from 'vitest'
import { sentences } from './sentences.svelte'
import { Fault, faultSentence, toFault } from './fault'

describe('toFault', () => {
  it('reads the JSON that Go rejects with', () => {
    const fault = toFault('{"code":"workspace_newer","params":{"have":9,"newest":8}}')
    expect(fault.code).toBe('workspace_newer')
    expect(fault.params.have).toBe(9)
  })
  it('says unexpected for anything else, and keeps its text to itself', () => {
    expect(toFault(new Error('open /home/lea/x: denied')).code).toBe('unexpected')
    expect(toFault('{"half').code).toBe('unexpected')
  })
})

describe('faultSentence', () => {
  beforeAll(() => sentences.load())
  it('fills parameters in the language asked for', () => {
    const fault = new Fault('workspace_newer', { have: 12, newest: 8 })
    expect(faultSentence(fault, 'en')).toContain('schema 12')
    expect(faultSentence(fault, 'fr')).toContain('12')
    expect(faultSentence(fault, 'fr')).not.toBe(faultSentence(fault, 'en'))
  })
  it('falls back to a sentence for a code that nobody translated', () => {
    expect(faultSentence(new Fault('no_such_code'), 'fr')).toBe(faultSentence(new Fault('unexpected'), 'fr'))
  })
})
