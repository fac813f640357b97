// The few words that parts say by themselves. The shell fills them in the user's language (lib/shell/language),
// since parts know nothing of the product's messages.
export const partWords = {
  close: () => 'Close',
  more: () => 'More',
  table: () => 'Show as a table',
  chart: () => 'Show as a chart',
  resize: () => 'Resize the panes',
  loading: () => 'Loading',
  notKnown: () => 'not known',
  declared: () => 'declared',
  estimated: () => 'estimated',
  measured: () => 'measured',
  what: () => 'What this figure means',
  whatOf: (title: string) => `What this figure means: ${title}`,
  locale: () => 'en',
}
