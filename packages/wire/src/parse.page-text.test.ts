import { describe, expect, it } from 'vitest';
import { arabicPage, englishPage, hebrewPage } from '../test/pages.ts';
import { leadFigure, newsItem } from './news-item.ts';
import { type PageTextResult, parsePageText } from './parse.page-text.ts';

const jerusalem = { language: 'en', timeZone: 'Asia/Jerusalem' };

function itemOf(result: PageTextResult) {
  if (!result.ok) throw new Error(`missing: ${JSON.stringify(result.missing)}`);
  return newsItem.parse(result.item);
}

function missingFrom(text: string): string[] {
  const result = parsePageText(text, jerusalem);
  return result.ok ? [] : result.missing.map(({ part }) => part);
}

describe('a page dump becomes an item', () => {
  it('in English: parts in place, text escaped for HTML, a wrapped paragraph joined', () => {
    const item = itemOf(parsePageText(englishPage, { language: 'en', timeZone: 'Europe/London' }));
    expect(item).toMatchObject({
      headline: 'Night ferries return to Port Ansel after nine years',
      standfirst: 'The first crossing is booked out, and the town has repainted the pier for it.',
      firstPublishedAt: '2021-03-04T14:30:00+00:00',
      publishedAt: '2021-03-04T14:30:00+00:00',
    });
    expect(item.body).toEqual([
      { kind: 'figure', role: 'LEAD', caption: 'Ferries wait in the harbour of Port Ansel', credit: 'Mira Dole' },
      {
        kind: 'paragraph',
        html: 'The ferry *Kestrel* leaves at 22:10 &amp; arrives before breakfast, if the &lt;old&gt; engine agrees.',
      },
      { kind: 'paragraph', html: 'Tickets cost "less than a taxi", the harbour office says.' },
      { kind: 'figure', role: 'INLINE', caption: 'The pier, freshly painted (left)' },
      { kind: 'paragraph', html: 'A second ship follows in spring.' },
    ]);
  });

  it('in Hebrew: a credit that holds a parenthesis is whole, a label between bidi marks is found, the day comes first', () => {
    const item = itemOf(parsePageText(hebrewPage, { language: 'he', timeZone: 'Asia/Jerusalem' }));
    expect(leadFigure(item)).toMatchObject({ caption: 'הספרייה החדשה בבוקר הפתיחה', credit: 'נעה ברק' });
    expect(item.body[2]).toEqual({
      kind: 'figure',
      role: 'INLINE',
      caption: 'ילדים באולם הקריאה',
      credit: 'סוכנות "אור" (ארכיון)',
    });
    expect(item.firstPublishedAt).toBe('2021-04-03T14:30:00+03:00');
    expect(item.body.at(-1)).toEqual({ kind: 'paragraph', html: 'הספרייה תהיה פתוחה גם בשבתות.' });
  });

  it('in Arabic: Arabic digits and comma, vowel signs in the label', () => {
    const item = itemOf(parsePageText(arabicPage, { language: 'ar', timeZone: 'Africa/Cairo' }));
    expect(item.firstPublishedAt).toBe('2021-04-03T14:30:00+02:00');
    expect(item.body.map(({ kind }) => kind)).toEqual(['figure', 'paragraph', 'figure']);
    expect(item.body[2]).toMatchObject({ caption: 'بائع توابل في السوق', credit: 'ليلى حداد' });
  });

  it('reads the same with Windows line ends and a byte order mark', () => {
    const windows = `\uFEFF${englishPage.replaceAll('\n', '\r\n')}`;
    expect(parsePageText(windows, jerusalem)).toEqual(parsePageText(englishPage, jerusalem));
  });

  it('takes a lead caption that stands twice as one', () => {
    const [caption = ''] = englishPage.split('\n');
    expect(parsePageText(`${caption}\n${englishPage}`, jerusalem)).toEqual(parsePageText(englishPage, jerusalem));
  });

  it('finds the first-published line under the headline too', () => {
    const line = 'First published: 3/4/21, 2:30 pm';
    const moved = englishPage.replace(`${line}\n`, '').replace('nine years\n', `nine years\n${line}\n`);
    expect(parsePageText(moved, jerusalem)).toEqual(parsePageText(englishPage, jerusalem));
  });
});

describe('the id of a page', () => {
  const idOf = (text: string, options = jerusalem) => itemOf(parsePageText(text, options)).sourceId;

  it('stays when body, caption or standfirst are corrected, or the zone and language were given wrongly', () => {
    const corrected = englishPage.replace('in spring', 'in summer').replace('Mira', 'Myra').replace('booked', 'sold');
    expect(idOf(corrected)).toBe(idOf(englishPage));
    expect(idOf(englishPage, { language: 'en-US', timeZone: 'Asia/Tokyo' })).toBe(idOf(englishPage));
  });

  it('differs for another headline and for another time', () => {
    expect(idOf(englishPage.replace('nine', 'ten'))).not.toBe(idOf(englishPage));
    expect(idOf(englishPage.replace('2:30', '2:31'))).not.toBe(idOf(englishPage));
  });

  it('is the one given, where one is given', () => {
    expect(idOf(englishPage, { ...jerusalem, ...{ sourceId: 'story-7' } })).toBe('story-7');
  });
});

describe('a text that is no page dump is refused with what it lacks', () => {
  it('names everything for an empty text and for one of blank lines and marks', () => {
    const all = ['lead caption', 'headline', 'standfirst', 'body', 'first-published line'];
    expect(missingFrom('')).toEqual(all);
    expect(missingFrom(' \n\u00A0\n\u200F\n\u0000')).toEqual(all);
  });

  it('names the first part that is not there and all after it', () => {
    expect(missingFrom('Caption')).toEqual(['headline', 'standfirst', 'body', 'first-published line']);
    expect(missingFrom('Caption\n\nHeadline')).toEqual(['standfirst', 'body', 'first-published line']);
    expect(missingFrom('Caption\n\nHeadline\n\nStandfirst')).toEqual(['body', 'first-published line']);
    expect(missingFrom('Caption\n\nHeadline\n\nStandfirst\n\nBody')).toEqual(['first-published line']);
    expect(missingFrom('Caption\n\nHeadline\n\nStandfirst\n\nFirst published: 11.21.17, 21:03')).toEqual(['body']);
  });

  it('a body of pictures alone is no body', () => {
    expect(missingFrom('C\n\nH\n\nS\n\nA\nA\n\nFirst published: 11.21.17, 21:03')).toEqual(['body']);
  });

  it('says which line could not be read when the date is impossible', () => {
    const result = parsePageText(englishPage.replace('3/4/21', '31/13/21'), jerusalem);
    expect(result).toEqual({
      ok: false,
      missing: [
        {
          part: 'first-published line',
          reason: "'First published: 31/13/21, 2:30 pm' holds no date and time that can be read",
        },
      ],
    });
  });

  it('throws a RangeError for an unknown zone and a malformed tag, which are no fault of the page', () => {
    expect(() => parsePageText('', { language: 'en', timeZone: 'Mars/Olympus' })).toThrow(RangeError);
    expect(() => parsePageText('', { language: 'not a tag', timeZone: 'UTC' })).toThrow(RangeError);
  });
});
