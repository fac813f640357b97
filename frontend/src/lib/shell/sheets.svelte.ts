/** What lies over the screens: opened from the keys, the palette or a screen. */
export const sheets = $state({ palette: false, keys: false })
