import { launchBrowser } from '@dateline/testing/browser';
import * as fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { escapeHtml, sanitiseInlineHtml } from '../src/modules/article/inline-html.ts';
import { renderBodyHtml } from '../src/modules/article/render-html.ts';
import { directionOfHtml, firstStrongDirection } from '../src/modules/article/text-direction.ts';
import { firstPublishedLine } from '../src/modules/article/wording/first-published-line.ts';

type Page = Awaited<ReturnType<Awaited<ReturnType<typeof launchBrowser>>['newPage']>>;

let browser: Awaited<ReturnType<typeof launchBrowser>>;
let page: Page;
beforeAll(async () => {
  browser = await launchBrowser();
  page = await browser.newPage();
  await page.setContent('<!doctype html><meta charset="utf-8"><title>t</title><body></body>');
});
afterAll(() => browser?.close());

/** The direction that the browser gives each piece of HTML with dir="auto"; where it finds none, that of what is around it. */
const browserDirections = (pieces: readonly string[]): Promise<string[]> =>
  page.evaluate(
    `((pieces) => pieces.map((html) => {
      const [around, element] = [document.createElement('div'), document.createElement('p')];
      element.dir = 'auto';
      element.innerHTML = html;
      around.append(element);
      document.body.append(around);
      const { direction } = getComputedStyle(element);
      around.remove();
      return direction.toUpperCase();
    }))(${JSON.stringify(pieces)})`,
  );

describe('the direction of a text, beside that of a real browser', () => {
  it('is the same for every letter that scripts from right to left have, and for those of others', async () => {
    const letters: string[] = [];
    for (let code = 0x41; code < 0x1f000; code += 1) {
      const character = String.fromCodePoint(code);
      const isRightToLeft = code >= 0x590 && code < 0x900;
      if (/\p{L}/u.test(character) && (isRightToLeft || code >= 0xfb00 || code % 61 === 0)) letters.push(character);
    }
    expect(letters.length).toBeGreaterThan(3_000);
    const theirs = await browserDirections(letters);
    const different = letters.filter((letter, at) => firstStrongDirection(letter) !== theirs[at]);
    expect(different.map((letter) => letter.codePointAt(0)?.toString(16))).toEqual([]);
  }, 60_000);

  it('is the same for random inline HTML in many scripts', async () => {
    const words = [
      'שלום',
      'Reuters',
      'سلام',
      '48%',
      '٤٨',
      ' ',
      '“',
      '(',
      '한국',
      '日本',
      '№',
      'ⅩⅡ',
      '\u200f',
      '\u200e',
    ];
    const parts = fc.oneof(
      fc.constantFrom(...words),
      fc.constantFrom(...words).map((word) => `<b>${word}</b>`),
      fc.constantFrom(...words).map((word) => `<bdi>${word}<b>${word}</b></bdi>`),
      fc.constantFrom(...words).map((word) => `<span lang="x" dir="rtl">${word}</span>`),
      fc.constantFrom('&amp;', '&lt;', '<br />'),
    );
    const samples = fc.sample(
      fc.array(parts, { maxLength: 5 }).map((all) => sanitiseInlineHtml(all.join(' '))),
      500,
    );
    const theirs = await browserDirections(samples);
    // Isolating characters are left out: UAX 9 passes over them (P2), and HTML's rule for dir="auto" does not.
    // A text that decides nothing is left to right for a browser, and its article's direction for us.
    const different = samples.filter((html, at) => directionOfHtml(html, 'en') !== theirs[at]);
    expect(different).toEqual([]);
  });
});

/** In which order, from left to right, a line shows these parts of it. */
async function shownOrder(html: string, direction: 'ltr' | 'rtl', parts: readonly string[]): Promise<string[]> {
  const places = (await page.evaluate(
    `((html, direction, parts) => {
      const line = document.createElement('div');
      line.style.whiteSpace = 'nowrap';
      line.dir = direction;
      line.innerHTML = html;
      document.body.append(line);
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const places = [];
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        for (const part of parts) {
          const at = node.data.indexOf(part);
          if (at === -1) continue;
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + part.length);
          places.push([part, range.getBoundingClientRect().left]);
        }
      }
      line.remove();
      return places;
    })(${JSON.stringify(html)}, ${JSON.stringify(direction)}, ${JSON.stringify(parts)})`,
  )) as [string, number][];
  expect(places).toHaveLength(parts.length);
  return places.toSorted(([, a], [, b]) => a - b).map(([part]) => part);
}

describe('a line with numbers and names', () => {
  const instant = new Date('2017-11-21T19:03:00Z');
  const line = (locale: string) => firstPublishedLine(instant, locale, 'Asia/Jerusalem');

  it.each(['ltr', 'rtl'] as const)(
    'of the first publication reads label, date, time without isolates, on a page that runs %s',
    async (direction) => {
      expect(await shownOrder(line('he'), direction, ['פרסום ראשון', '11.21.17', '21:03'])).toEqual([
        '21:03',
        '11.21.17',
        'פרסום ראשון',
      ]);
      expect(await shownOrder(line('ar-EG'), direction, ['نُشر لأول مرة', '٢٠١٧', '٩:٠٣'])).toEqual([
        '٩:٠٣',
        '٢٠١٧',
        'نُشر لأول مرة',
      ]);
      expect(await shownOrder(line('en'), direction, ['First published', '11.21.17', '21:03'])).toEqual([
        'First published',
        '11.21.17',
        '21:03',
      ]);
    },
  );

  it('keeps the point of a Latin name with it, in a caption from right to left', async () => {
    const figure = {
      kind: 'figure' as const,
      id: 'f',
      role: 'INLINE' as const,
      imageId: null,
      altText: null,
      caption: 'כיתוב',
      credit: 'Smith & Co.',
    };
    const html = renderBodyHtml([figure], { language: 'he', timeZone: 'UTC', related: new Map() });
    expect(await shownOrder(html, 'rtl', ['כיתוב', 'Smith', 'Co', '.'])).toEqual(['Smith', 'Co', '.', 'כיתוב']);
    // Without isolates the point stands before the name.
    const bare = `${escapeHtml('כיתוב')} ${escapeHtml('Smith & Co.')}`;
    expect(await shownOrder(bare, 'rtl', ['כיתוב', 'Smith', 'Co', '.'])).toEqual(['.', 'Smith', 'Co', 'כיתוב']);
  });
});
