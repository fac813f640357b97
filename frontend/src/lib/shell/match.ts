/** Lower case without accents, so that 'preférences' finds 'Préférences'. */
export const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('œ', 'oe')

/**
 * How well `words` fit `text`: 0 is not at all. Every word must begin a word of the text, or stand inside it for
 * half the score; the beginning of the text counts most.
 */
export function score(text: string, words: string): number {
  const hay = fold(text)
  let total = 0
  for (const word of fold(words).split(/\s+/).filter(Boolean)) {
    const at = hay.indexOf(word)
    if (at < 0) return 0
    total += at === 0 ? 4 : /[\s'’.-]/.test(hay[at - 1] ?? '') ? 2 : 1
  }
  return total || 1
}
