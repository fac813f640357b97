import { describe, expect, it } from 'vitest'
import type { Overview } from '$lib/bridge/today'
import { needsOf } from './needs'

const calm = { mailStuck: 0, repliesToReview: 0, draftsToApprove: 0, offersExpiring: 0, onlyAsked: 0, newArticles: 0 }
const overview = (more: Partial<Overview>) => ({ ...calm, notInvited: 0, backupFault: '', ...more }) as Overview

describe('what Today says', () => {
  it('is nothing where nothing needs a person', () => {
    expect(needsOf(overview({}))).toEqual([])
  })
  it('tells of a backup that failed, before what is only to do, and leads to where it is settled', () => {
    const [first, second] = needsOf(overview({ backupFault: 'backup_folder_gone', repliesToReview: 2 }))
    expect(first).toMatchObject({ id: 'backup', trouble: true, href: '#/settings/data' })
    expect(first?.text).not.toBe('')
    expect(second?.id).toBe('replies')
  })
  it('leads to where mail that did not leave is settled, and to those who were only asked', () => {
    const leads = needsOf(overview({ mailStuck: 1, onlyAsked: 2 })).map((need) => need.href)
    expect(leads).toEqual(['#/settings/mail', '#/staff?attention=only_asked'])
  })
})
