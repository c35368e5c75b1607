import sanitizeHtml from 'sanitize-html';

/**
 * The one policy for inline HTML: links and emphasis, directions and languages, nothing that runs, loads or styles. It is
 * applied when text comes in and again when it goes out, so that a rule that is tightened holds for what is stored too.
 * Whoever shows HTML of articles has it from here: bodies, biographies, snippets.
 */
const policy: sanitizeHtml.IOptions = {
  allowedTags: [
    'a',
    'em',
    'strong',
    'b',
    'i',
    'u',
    's',
    'code',
    'br',
    'sub',
    'sup',
    'q',
    'cite',
    'abbr',
    'bdi',
    'span',
    'time',
  ],
  allowedAttributes: {
    a: ['href', 'title', 'hreflang', 'rel'],
    abbr: ['title'],
    time: ['datetime'],
    '*': ['dir', 'lang'],
  },
  // Kept here and in safeHref: what the parser makes of an address must pass both.
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  nestingLimit: 32,
  transformTags: {
    a: (tagName, attribs) => {
      const { rel: _rel, ...rest } = attribs;
      const { href: _href, ...elsewhere } = rest;
      const href = safeHref(attribs['href']);
      return { tagName, attribs: href === null ? elsewhere : { ...rest, href, rel: 'noopener' } };
    },
  },
};

/**
 * What one round leaves may be read otherwise than it was (a link in a link, once what parted them is out), so there are
 * rounds until nothing changes: what is stored has been through and takes one. A text that never settles is shown as text.
 */
const maxRounds = 8;

/** Without a tag or an entity there is nothing to read: most paragraphs are so, and each is read several times. */
const plainText = /^[^<>&\0\r]*$/;

/** Inline HTML by the policy. Idempotent: what it gives is what the policy makes of it. */
export function sanitiseInlineHtml(html: string): string {
  if (plainText.test(html)) return html.trim();
  let before = html;
  for (let round = 0; round < maxRounds; round += 1) {
    const after = sanitizeHtml(before, policy).trim();
    if (after === before) return after;
    before = after;
  }
  return sanitizeHtml(escapeHtml(inlineText(before)), policy).trim();
}

/** An address that a link may lead to, as the URL standard writes it: whole, of the web or of mail. Null for any other. */
export function safeHref(href: string | undefined): string | null {
  if (href === undefined || !URL.canParse(href)) return null;
  const url = new URL(href);
  return ['http:', 'https:', 'mailto:'].includes(url.protocol) ? url.href : null;
}

/** The text of inline HTML: tags out, entities read, line breaks kept. */
export function inlineText(html: string): string {
  if (plainText.test(html)) return html.trim();
  const escaped = sanitizeHtml(html.replaceAll(/<br\s*\/?>/gi, '\n'), { allowedTags: [], allowedAttributes: {} });
  return unescapeHtml(escaped).trim();
}

/** Text as HTML: what has a meaning in HTML is escaped, in attributes too. */
export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** sanitize-html leaves only these four entities in a text without tags. */
function unescapeHtml(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
