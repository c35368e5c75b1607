import { describe, expect, it } from 'vitest';
import { firstPublishedLine } from './first-published-line.ts';
import { withdrawnHeadline } from './wordings.ts';

const instant = new Date('2017-11-21T19:03:00Z');
const line = (locale: string, timeZone = 'Asia/Jerusalem') => firstPublishedLine(instant, locale, timeZone);

describe('the first-published line', () => {
  it.each([
    ['en', 'First published: 11.21.17, 21:03'],
    ['he', 'פרסום ראשון: 11.21.17, 21:03'],
    ['he-IL', 'פרסום ראשון: 11.21.17, 21:03'],
    ['ar-EG', 'نُشر لأول مرة: ٢١\u200f/١١\u200f/٢٠١٧، ٩:٠٣ م'],
    ['ar-MA', 'نُشر لأول مرة: 21\u200f/11\u200f/2017، 21:03'],
    ['fr', 'Première publication\u00a0: 21/11/2017 21:03'],
    ['de', 'Erstmals veröffentlicht: 21.11.17, 21:03'],
    ['es', 'Publicado por primera vez: 21/11/17, 21:03'],
    ['ru', 'Впервые опубликовано: 21.11.2017, 21:03'],
  ])('is told in the words, the order and the digits of %s', (locale, expected) => {
    expect(line(locale)).toBe(expected);
  });

  it('takes the calendar that a locale asks for', () => {
    expect(line('he-u-ca-hebrew')).toBe('פרסום ראשון: ג׳ בכסלו תשע״ח, 21:03');
    expect(line('ar-u-ca-islamic-umalqura-nu-latn')).toContain('1439');
  });

  it('is told in English, whole, where there are no words', () => {
    expect(line('th')).toBe('First published: 11.21.17, 21:03');
  });

  it('shows the clock of the zone, on the other side of midnight too', () => {
    expect(line('en', 'Asia/Tokyo')).toBe('First published: 11.22.17, 04:03');
  });
});

it('a withdrawn article has a headline in each language that has words', () => {
  const languages = ['ar', 'de', 'en', 'es', 'fr', 'he', 'ru'];
  expect(new Set(languages.map(withdrawnHeadline)).size).toBe(languages.length);
  expect(withdrawnHeadline('en-GB')).toBe('This article has been withdrawn');
  expect(withdrawnHeadline('th')).toBe('This article has been withdrawn');
});
