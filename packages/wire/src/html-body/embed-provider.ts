/** Who is behind a domain of two names, as people call it. */
const providers = {
  'youtube.com': 'YouTube',
  'youtube-nocookie.com': 'YouTube',
  'youtu.be': 'YouTube',
  'x.com': 'X',
  'twitter.com': 'X',
  'instagram.com': 'Instagram',
  'facebook.com': 'Facebook',
  'fb.watch': 'Facebook',
  'threads.net': 'Threads',
  'threads.com': 'Threads',
  'bsky.app': 'Bluesky',
  'tiktok.com': 'TikTok',
  'vimeo.com': 'Vimeo',
  'dailymotion.com': 'Dailymotion',
  'soundcloud.com': 'SoundCloud',
  'spotify.com': 'Spotify',
  't.me': 'Telegram',
  'datawrapper.de': 'Datawrapper',
  'dwcdn.net': 'Datawrapper',
  'flourish.studio': 'Flourish',
  'documentcloud.org': 'DocumentCloud',
  'reddit.com': 'Reddit',
  'twitch.tv': 'Twitch',
};
/** A map, since hosts are strangers' words: one is called 'constructor'. */
const byDomain: ReadonlyMap<string, string> = new Map(Object.entries(providers));

/** The provider of an address that stands for something to embed, where it is a known one. */
export function knownProvider(url: string): string | undefined {
  return byDomain.get(hostOf(url).split('.').slice(-2).join('.'));
}

/** The provider's name, or its host where we know none. */
export function embedProvider(url: string): string {
  return knownProvider(url) ?? hostOf(url).replace(/^www\./, '');
}

function hostOf(url: string): string {
  return URL.parse(url)?.hostname ?? '';
}
