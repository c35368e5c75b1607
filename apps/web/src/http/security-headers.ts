/**
 * Sent with every page. Scripts, styles and forms are this site's own; pictures may also come from media, and from
 * data: URLs (the placeholders), and what happens is heard from the graph, over a socket. JSON-LD is a data block, which the policy does
 * not reach.
 */
export function securityHeaders({
  mediaUrl,
  graphUrl,
}: {
  readonly mediaUrl: string;
  readonly graphUrl: string;
}): Readonly<Record<string, string>> {
  const policy = [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    `img-src 'self' data: ${new URL(mediaUrl).origin}`,
    `connect-src 'self' ${new URL(graphUrl).origin.replace(/^http/, 'ws')}`,
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ];
  return {
    'content-security-policy': policy.join('; '),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'permissions-policy': 'camera=(), geolocation=(), microphone=()',
    'cross-origin-opener-policy': 'same-origin',
  };
}
