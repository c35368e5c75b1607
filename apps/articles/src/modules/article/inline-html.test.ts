import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { allAttacks, attacks } from '../../../test/attacks.ts';
import { parseBody } from './body-input.ts';
import { inlineText, safeHref, sanitiseInlineHtml } from './inline-html.ts';
import { renderBodyHtml } from './render-html.ts';

const runs = process.env['LONG'] ? 50_000 : 2_000;
const allowed = 'a|em|strong|b|i|u|s|code|br|sub|sup|q|cite|abbr|bdi|span|time';
const onlyPolicy = new RegExp(
  `^(?:[^<>]|</(?:${allowed})>|<(?:${allowed})(?: (?:href|title|hreflang|rel|datetime|dir|lang)(?:="[^"<>]*")?)*(?: /)?>)*$`,
);

const pieces = fc.constantFrom(
  ...allAttacks,
  ...[
    '<',
    '>',
    '</',
    '/>',
    '<!--',
    '-->',
    '<![CDATA[',
    ']]>',
    '"',
    "'",
    '=',
    '`',
    '&',
    '&lt;',
    '&amp;lt;',
    '&nbsp;',
    ' ',
    '\n',
  ],
  ...[
    '<a href="',
    '<a href=x>',
    '</a>',
    '<b>',
    '</b>',
    '<br>',
    '<em dir=rtl>',
    '<svg>',
    '<math>',
    '<mtext>',
    '<style>',
  ],
  ...[
    '</style>',
    '<foreignObject>',
    '<annotation-xml>',
    '<table>',
    '<p>',
    'javascript:',
    'mailto:a@b.example',
    'שלום',
    '😀',
  ],
);
const htmlish = fc.oneof(
  fc.array(pieces, { maxLength: 12 }).map((parts) => parts.join('')),
  fc
    .array(fc.oneof(pieces, fc.string({ maxLength: 8, unit: 'binary' })), { maxLength: 12 })
    .map((parts) => parts.join('')),
);

describe('the policy for inline HTML', () => {
  it('changes nothing of what it made: f(f(x)) = f(x), for random and hostile HTML', () => {
    fc.assert(
      fc.property(htmlish, (html) => {
        const once = sanitiseInlineHtml(html);
        expect(sanitiseInlineHtml(once)).toBe(once);
      }),
      { numRuns: runs },
    );
  });

  it('lets nothing through but its own tags and attributes, for random and hostile HTML', () => {
    fc.assert(
      fc.property(htmlish, (html) => {
        expect(sanitiseInlineHtml(html)).toMatch(onlyPolicy);
      }),
      { numRuns: runs },
    );
  });

  it('keeps a text of any kind as it is, once it is escaped', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const escaped = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        expect(inlineText(sanitiseInlineHtml(escaped))).toBe(text.trim());
      }),
      { numRuns: runs },
    );
  });

  it.each(Object.entries(attacks))('takes out %s', (_class, samples) => {
    for (const html of samples) {
      const safe = sanitiseInlineHtml(html);
      expect(safe, html).toMatch(onlyPolicy);
      expect(safe.replaceAll(/ (?:href="https?:[^"]*"|title="[^"]*")/g, ''), html).not.toMatch(
        /href=|<[^>]*\b(on\w+|style|id|name|src)=/i,
      );
      expect(sanitiseInlineHtml(safe), html).toBe(safe);
    }
  });

  it('keeps what a writer may use', () => {
    for (const html of [
      '<a href="https://x.example/?a=1&amp;b=2" title="T" hreflang="fr" rel="noopener">x</a>',
      '<em>a</em> <strong>b</strong> <q lang="he" dir="rtl">ג</q> <time datetime="2026-11-20">x</time><br />',
      'H<sub>2</sub>O, <abbr title="as soon as possible">asap</abbr> &amp; <bdi>Reuters</bdi>',
    ])
      expect(sanitiseInlineHtml(html)).toBe(html);
  });

  it('leads to addresses of the web and of mail, whole ones, and nowhere else', () => {
    expect(safeHref('HTTPS://X.example/é')).toBe('https://x.example/%C3%A9');
    expect(safeHref('mailto:desk@x.example')).toBe('mailto:desk@x.example');
    for (const href of ['/relative', '//x.example', 'x', '', 'ftp://x.example', 'tel:1', undefined])
      expect(safeHref(href)).toBeNull();
  });
});

/** What this process has worked since, however busy the machine is. */
function spentMs(begun: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(begun);
  return (user + system) / 1_000;
}

describe('a story of any size or depth', () => {
  it.each([
    ['a paragraph of 10 MB', 'x <b>y</b> '.repeat(1_000_000)],
    ['100,000 nested tags', '<b>'.repeat(100_000)],
  ])('%s is refused at once', (_what, html) => {
    const begun = process.cpuUsage();
    expect(parseBody([{ paragraph: { html } }]).faults.map(({ code }) => code)).toEqual(['TOO_LONG']);
    expect(spentMs(begun)).toBeLessThan(200);
  });

  it.each([
    ['nested tags', '<b>'.repeat(33_000)],
    ['nested tags of every kind', '<svg><math><a href=x>'.repeat(4_500)],
    ['an open tag', `<a ${'x '.repeat(49_000)}`],
    ['an open attribute', `<a href="${' '.repeat(99_000)}`],
    ['open comments', '<!--'.repeat(24_000)],
    ['line breaks that are none', `${'<br '.repeat(24_000)}`],
    ['spaces after a line break', `<br${' '.repeat(99_000)}`],
    ['ampersands', '&'.repeat(99_999)],
    ['open bdi', '<bdi>'.repeat(19_000)],
    ['open isolates', '\u2068'.repeat(99_000)],
  ])('as large as one may be, %s take less than a second from the door to the page', (_what, html) => {
    const begun = process.cpuUsage();
    const { body, faults } = parseBody([{ paragraph: { html } }]);
    expect(faults).toEqual([]);
    const rendered = renderBodyHtml(body, { language: 'en', timeZone: 'UTC', related: new Map() });
    expect(spentMs(begun)).toBeLessThan(1_000);
    // Nobody's browser has to follow a hundred thousand elements down.
    expect((rendered.match(/<b>/g) ?? []).length).toBeLessThanOrEqual(32);
  });

  it('is bounded as a whole: two million characters and not one more', () => {
    const paragraph = { paragraph: { html: 'x'.repeat(100_000) } };
    const whole = Array.from({ length: 20 }, () => paragraph);
    expect(parseBody(whole).faults).toEqual([]);
    expect(parseBody([...whole, { paragraph: { html: 'x' } }]).faults).toMatchObject([
      { code: 'TOO_LONG', path: ['input', 'body'] },
    ]);
  });
});
