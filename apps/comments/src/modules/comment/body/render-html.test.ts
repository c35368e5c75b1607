import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { linkify } from './linkify.ts';
import { renderHtml } from './render-html.ts';

const hrefs = (text: string) => linkify(text).flatMap(({ href }) => (href === null ? [] : [href]));

describe('linkify', () => {
  it.each([
    ['see https://example.org/a.', 'https://example.org/a'],
    ['(https://example.org/a_(b))', 'https://example.org/a_(b)'],
    ['[https://example.org/a]', 'https://example.org/a'],
    ['“https://example.org/a”…', 'https://example.org/a'],
    ['HTTPS://EXAMPLE.org/A?b=c&d=1#e!', 'https://example.org/A?b=c&d=1#e'],
    ['ראו https://example.org/א׃', 'https://example.org/%D7%90'],
    ['http://пример.рф', 'http://xn--e1afmkfd.xn--p1ai/'],
  ])('finds the address in %j', (text, href) => {
    expect(hrefs(text)).toEqual([href]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,<script>alert(1)</script>',
    'ftp://example.org',
    'https://',
    'https://bank.example@evil.example/',
    'https://user:password@evil.example/',
    'xhttps//example.org',
  ])('leaves %j alone', (text) => {
    expect(hrefs(text)).toEqual([]);
  });

  it('stops where a bidi character or a zero-width space could hide the rest of an address', () => {
    expect(hrefs('https://example.org\u200b/evil \u202e')).toEqual(['https://example.org/']);
  });

  it('loses not a character', () => {
    const text = fc.array(fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom('https://', '(', ')', '.', ' ')));
    fc.assert(
      fc.property(text, (pieces) => {
        const joined = pieces.join('');
        expect(
          linkify(joined)
            .map((part) => part.text)
            .join(''),
        ).toBe(joined);
      }),
      { numRuns: 300 },
    );
  });
});

describe('renderHtml', () => {
  it('parts paragraphs and lines', () => {
    expect(renderHtml('One\ntwo\n\nthree')).toBe('<p dir="auto">One<br>two</p><p dir="auto">three</p>');
  });

  it('is empty for a tombstone', () => {
    expect(renderHtml('')).toBe('');
  });

  it('shows the address as it was written, marks it as a reader’s, and keeps its direction', () => {
    expect(renderHtml('לכו ל-https://example.org/?a=1&b=2')).toBe(
      '<p dir="auto">לכו ל-<a href="https://example.org/?a=1&amp;b=2" rel="ugc nofollow noopener" dir="ltr">https://example.org/?a=1&amp;b=2</a></p>',
    );
  });

  it.each([
    '<script>alert(1)</script>',
    '<img src=x onerror=alert(1)>',
    '"><svg/onload=alert(1)>',
    "' onmouseover='alert(1)",
    '<a href="javascript:alert(1)">x</a>',
    'https://example.org/"onmouseover="alert(1)',
    "https://example.org/'onmouseover='alert(1)",
    'https://example.org/><script>alert(1)</script>',
    'https://example.org/`alert(1)`',
    '&lt;script&gt;alert(1)&lt;/script&gt;',
    '&#x3C;script&#x3E;',
    'javascript:alert(1)//https://example.org',
    '<p\n\nonclick=alert(1)>',
    '<!--\n\n--><script>',
    '<math><mtext></p><style><img src=x onerror=alert(1)>',
    '\u003cscript\u003e',
    'https://example.org/#</a><script>',
  ])('makes no markup of %j', (text) => {
    expectOnlyOurMarkup(renderHtml(text));
  });

  it('makes no markup of anything', () => {
    const nasty = fc.constantFrom(
      '<',
      '>',
      '"',
      "'",
      '&',
      '&lt;',
      'https://a.example/',
      '\n\n',
      'javascript:',
      'on=',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(nasty, fc.string({ unit: 'binary' }))), (pieces) => {
        expectOnlyOurMarkup(renderHtml(pieces.join('')));
      }),
      { numRuns: 500 },
    );
  });
});

/** Once our own tags are taken away, nothing is left that HTML could take for a tag, an attribute or a bare ampersand. */
function expectOnlyOurMarkup(html: string): void {
  const ours = /<p dir="auto">|<\/p>|<br>|<a href="https?:\/\/[^"<>\s]*" rel="ugc nofollow noopener" dir="ltr">|<\/a>/g;
  expect(html.replace(ours, '')).not.toMatch(/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/);
}
