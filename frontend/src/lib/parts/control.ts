/** The look of every text control: input, select, textarea. */
export const control =
  'w-full min-h-8 rounded-md border border-edge bg-raised px-2 py-1 text-base text-ink ' +
  'focus-visible:outline-2 focus-visible:outline-accent focus-visible:outline-offset-0 ' +
  'disabled:opacity-60 aria-invalid:border-bad'
