/** The cookie that holds a reader's token: a JWT of the newsroom's issuer, as the gateway takes it. */
export const readerCookie = 'dateline_reader';

const maxTokenLength = 4_096;
const jwt = /^[\w-]+\.[\w-]+\.[\w-]+$/;

/** The reader's token out of a Cookie header; undefined when there is none or it has not the shape of a JWT. */
export function readerToken(cookieHeader: string | undefined): string | undefined {
  for (const pair of cookieHeader?.split(';') ?? []) {
    const [name, value = ''] = pair.split('=', 2).map((part) => part.trim());
    if (name === readerCookie && value.length <= maxTokenLength && jwt.test(value)) return value;
  }
  return undefined;
}

/** HttpOnly keeps it from scripts, Lax from other sites' forms. */
export function readerCookieOptions(siteUrl: string, maxAgeSeconds: number) {
  return {
    path: '/',
    httpOnly: true,
    sameSite: 'lax',
    secure: siteUrl.startsWith('https://'),
    maxAge: maxAgeSeconds,
  } as const;
}
