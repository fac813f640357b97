/** Names of networks are names: the same in every language. */
export const networks: Record<string, string> = {
  linkedin: 'LinkedIn',
  x: 'X',
  facebook: 'Facebook',
  instagram: 'Instagram',
  threads: 'Threads',
  bluesky: 'Bluesky',
  mastodon: 'Mastodon',
  whatsapp: 'WhatsApp',
  xing: 'XING',
  youtube: 'YouTube',
  tiktok: 'TikTok',
}
export const networkName = (id: string) => networks[id] ?? id
