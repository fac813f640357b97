import CalendarClock from '@lucide/svelte/icons/calendar-clock'
import DatabaseBackup from '@lucide/svelte/icons/database-backup'
import HeartHandshake from '@lucide/svelte/icons/heart-handshake'
import Inbox from '@lucide/svelte/icons/inbox'
import MailWarning from '@lucide/svelte/icons/mail-warning'
import Newspaper from '@lucide/svelte/icons/newspaper'
import PenLine from '@lucide/svelte/icons/pen-line'
import UserPlus from '@lucide/svelte/icons/user-plus'
import type { Overview } from '$lib/bridge/today'
import type { Icon } from '$lib/parts'
import { address } from '$lib/shell/router.svelte'
import * as m from '$m'

/** One line of Today: what waits, why it matters, and where it is settled. */
export interface Need {
  id: string
  icon: Icon
  text: string
  why: string
  href: string
  /** Something went wrong, rather than something to do. */
  trouble?: boolean
}

/** What needs a person, trouble first, then in the order of a morning's work. What is nought leaves no line. */
export function needsOf(overview: Overview): Need[] {
  const lines: (Omit<Need, 'text'> & { count: number; text: () => string })[] = [
    {
      id: 'stuck',
      count: overview.mailStuck,
      icon: MailWarning,
      trouble: true,
      text: () => m.today_stuck({ count: overview.mailStuck }),
      why: m.today_stuck_why(),
      href: address('settings', ['mail']),
    },
    {
      id: 'backup',
      count: overview.backupFault ? 1 : 0,
      icon: DatabaseBackup,
      trouble: true,
      text: () => m.data_last_failed(),
      why: m.data_last_failed_text(),
      href: address('settings', ['data']),
    },
    {
      id: 'replies',
      count: overview.repliesToReview,
      icon: Inbox,
      text: () => m.today_replies({ count: overview.repliesToReview }),
      why: m.today_replies_why(),
      href: address('replies'),
    },
    {
      id: 'drafts',
      count: overview.draftsToApprove,
      icon: PenLine,
      text: () => m.today_drafts({ count: overview.draftsToApprove }),
      why: m.today_drafts_why(),
      href: address('posts', [], { state: 'submitted' }),
    },
    {
      id: 'expiring',
      count: overview.offersExpiring,
      icon: CalendarClock,
      text: () => m.today_expiring({ count: overview.offersExpiring }),
      why: m.today_expiring_why(),
      href: address('library', [], { kind: 'job_offer' }),
    },
    {
      id: 'asked',
      count: overview.onlyAsked,
      icon: HeartHandshake,
      text: () => m.today_asked({ count: overview.onlyAsked }),
      why: m.today_asked_why(),
      href: address('staff', [], { attention: 'only_asked' }),
    },
    {
      id: 'articles',
      count: overview.newArticles,
      icon: Newspaper,
      text: () => m.today_new_articles({ count: overview.newArticles }),
      why: m.today_new_articles_why(),
      href: address('library', [], { state: 'inbox' }),
    },
    {
      id: 'invite',
      count: overview.notInvited,
      icon: UserPlus,
      text: () => m.today_invite({ count: overview.notInvited }),
      why: m.today_invite_why(),
      href: address('staff', [], { membership: 'none' }),
    },
  ]
  return lines.filter((line) => line.count > 0).map(({ count: _, text, ...line }) => ({ ...line, text: text() }))
}
