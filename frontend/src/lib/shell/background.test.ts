import { describe, expect, it } from 'vitest'
import type { Job } from '$lib/bridge/jobs'
import { untold } from './background.svelte'

const job = (id: number, state: string, more: Partial<Job> = {}) =>
  ({ id, kind: 'sync', params: {}, state, quiet: false, code: '', ...more }) as Job

describe('what failed in the background', () => {
  const told = (...jobs: Job[]) => untold(jobs).map((one) => one.id)

  it('is told until the same work has gone well', () => {
    expect(told(job(1, 'failed'))).toEqual([1])
    expect(told(job(2, 'running'), job(1, 'failed'))).toEqual([1])
    expect(told(job(2, 'done'), job(1, 'failed'))).toEqual([])
    expect(told(job(3, 'failed'), job(2, 'done'), job(1, 'failed'))).toEqual([3])
  })
  it('is not settled by other work, nor by work on something else', () => {
    const backup = (folder: string) => ({ kind: 'backup', params: { folder } })
    expect(told(job(2, 'done'), job(1, 'failed', backup('a')))).toEqual([1])
    expect(told(job(2, 'done', backup('b')), job(1, 'failed', backup('a')))).toEqual([1])
    expect(told(job(2, 'done', backup('a')), job(1, 'failed', backup('a')))).toEqual([])
  })
  it('keeps what nobody need be told to itself, without hiding what was told before', () => {
    expect(told(job(1, 'failed', { quiet: true }))).toEqual([])
    expect(told(job(2, 'failed', { quiet: true }), job(1, 'failed'))).toEqual([1])
  })
})
