/** A shortcode is never longer than this: an opening bracket without an end costs no more. */
const attributes = '[^\\]\\[]{0,2000}';
const captionStart = new RegExp(`\\[((?:wp_)?caption)(?=[\\s\\]])(${attributes})\\]`, 'gi');
const gallery = new RegExp(`\\[gallery(?=[\\s\\]])(${attributes})\\]`, 'gi');
const embed = new RegExp(`\\[embed${attributes}\\]\\s*(https?://[^\\s\\[\\]<]{1,2000})\\s*\\[/embed\\]`, 'gi');
const media = new RegExp(`\\[(?:audio|video|youtube)[\\s=](${attributes})\\](?:\\[/(?:audio|video)\\])?`, 'gi');

/** Where a gallery of attachments stands in the text, until they are known: 'gallery-of-12-13'. */
export const galleryMark = /^gallery-of((?:-\d+)+)$/;

/**
 * The content of a post as HTML: captions become figures, embeds the address alone in its paragraph, galleries of
 * attachments a mark. Outside of the block editor, blank lines part paragraphs and lines end where they end.
 */
export function htmlOfPost(content: string): string {
  const html = withFigures(content)
    .replaceAll(embed, '\n\n$1\n\n')
    .replaceAll(media, (whole: string, given: string) => mediaOf(given) ?? whole)
    .replaceAll(gallery, (whole: string, given: string) => galleryOf(given) ?? whole);
  return /<!--\s*wp:|<pre[\s>]/i.test(html) ? html : withParagraphs(html);
}

function withFigures(content: string): string {
  let html = '';
  let from = 0;
  for (const start of content.matchAll(captionStart)) {
    if (start.index < from) continue;
    const inside = start.index + start[0].length;
    const end = content.indexOf(`[/${start[1]}]`, inside);
    if (end < 0) break;
    html += content.slice(from, start.index) + figureOf(content.slice(inside, end), start[2] ?? '');
    from = end + `[/${start[1]}]`.length;
  }
  return html + content.slice(from);
}

/** The picture comes first, linked or not; what follows is its caption. Of old, the caption stood in an attribute. */
function figureOf(inside: string, given: string): string {
  const picture = /^\s*(?:<a\b[^<>]*>\s*)?<img\b[^<>]*>(?:\s*<\/a>)?/i.exec(inside)?.[0] ?? '';
  const words = inside.slice(picture.length).trim() || (/\bcaption="([^"]*)"/i.exec(given)?.[1] ?? '');
  return `<figure>${picture}<figcaption>${words}</figcaption></figure>`;
}

function mediaOf(given: string): string | undefined {
  const address = /https?:\/\/[^\s"'\]]+/.exec(given)?.[0];
  return address && `<iframe src="${address}"></iframe>`;
}

function galleryOf(given: string): string | undefined {
  const ids = /\b(?:ids|include)=["']?([\d,\s]+)/i.exec(given)?.[1]?.match(/\d{1,15}/g);
  return ids ? `<p>gallery-of-${ids.slice(0, 200).join('-')}</p>` : undefined;
}

const blockNames =
  'p|div|h[1-6]|ul|ol|li|dl|dt|dd|table|caption|thead|tbody|tfoot|tr|td|th|blockquote|figure|figcaption|section|iframe|hr|pre';
const endsWithBlock = new RegExp(`</?(?:${blockNames})(?:\\s[^<>]*)?/?>$`, 'i');
const beginsWithBlock = new RegExp(`^</?(?:${blockNames})[\\s/>]`, 'i');

/** What WordPress does when it shows a text that was not written in blocks (wpautop); next to a block there is nothing to do. */
function withParagraphs(html: string): string {
  const text = html.replaceAll(/\r\n?/g, '\n');
  return text.replaceAll(/\n[ \t\n]*/g, (gap: string, at: number) => {
    const before = text.slice(Math.max(0, at - 300), at).trimEnd();
    const after = text.slice(at + gap.length, at + gap.length + 20);
    if (endsWithBlock.test(before) || beginsWithBlock.test(after)) return '\n';
    return gap.includes('\n', 1) ? '<br><br>' : '<br>\n';
  });
}
