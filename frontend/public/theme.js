// Runs before the first paint, so that a dark desk never flashes white. The choice is kept by
// lib/shell/look.svelte.ts; this only reads it.
try {
  const look = JSON.parse(localStorage.getItem('relais.look') || '{}')
  const dark = look.theme === 'dark' || (look.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  if (look.textSize) document.documentElement.style.fontSize = look.textSize + '%'
  if (look.language) document.documentElement.lang = look.language
} catch {
  document.documentElement.dataset.theme = 'light'
}
