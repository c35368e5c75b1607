import sanitizeHtml from 'sanitize-html';

/**
 * The one policy for inline HTML: links and emphasis, directions and languages, nothing that runs, loads or styles. It is
 * applied when text comes in and again when it goes out, so that a rule that is tightened holds for what is stored too.
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
  allowedSchemes: ['http', 'https', 'mailto'],
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
  transformTags: {
    a: (tagName, attribs) => ({ tagName, attribs: attribs['href'] ? { ...attribs, rel: 'noopener' } : {} }),
  },
};

/** Inline HTML by the policy. Idempotent. */
export function sanitiseInlineHtml(html: string): string {
  return sanitizeHtml(html, policy).trim();
}

/** The text of inline HTML: tags out, entities read, line breaks kept. */
export function inlineText(html: string): string {
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
