import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { BodyElement } from '../src/body-element.ts';
import { newsItem } from '../src/news-item.ts';
import { parsePageText } from '../src/parse.page-text.ts';
import { cpuMs } from './cpu-time.ts';

/** Words that are no label, no form line and no markup, in three scripts. */
const word = fc.constantFrom(
  'ferry',
  'harbour',
  'pier',
  'ספינה',
  'נמל',
  'سفينة',
  'ميناء',
  '1977,',
  '"quoted"',
  '(left)',
);
const text = fc.array(word, { minLength: 1, maxLength: 8 }).map((words) => words.join(' '));
const credit = fc.option(fc.constantFrom('Reuters', 'נעה ברק', 'ليلى حداد', 'Ada (Agency)'), { nil: undefined });

const figure = fc.record({ caption: text, credit });
type Shown = { caption: string; credit: string | undefined };
const element = fc.oneof(
  text.map((html): BodyElement => ({ kind: 'paragraph', html })),
  figure.map((shown): BodyElement => ({ kind: 'figure', role: 'INLINE', ...withoutBlanks(shown) })),
);

const page = fc.record({
  lead: figure,
  headline: text,
  standfirst: text,
  firstParagraph: text,
  body: fc.array(element, { maxLength: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
  month: fc.integer({ min: 1, max: 12 }),
  year: fc.integer({ min: 2000, max: 2040 }),
  gap: fc.constantFrom('\n\n', '\n\n\n', '\n \n\u00A0\n'),
  ending: fc.constantFrom('', 'new comment\nThis will delete your current comment', 'תגובה חדשה', 'تعليق جديد\nx'),
});

it('a rendered page parsed back is the same story', () => {
  fc.assert(
    fc.property(page, (story) => {
      const two = (value: number) => String(value).padStart(2, '0');
      const published = `${two(story.month)}.${two(story.day)}.${story.year}, 21:03`;
      const body: BodyElement[] = [{ kind: 'paragraph', html: story.firstParagraph }, ...story.body];
      const dump = [
        shownCaption(story.lead),
        story.headline,
        story.standfirst,
        ...body.map(rendered),
        `First published: ${published}\n${story.ending}`,
      ].join(story.gap);
      const result = parsePageText(dump, { language: 'en', timeZone: 'UTC' });
      if (!result.ok) throw new Error(JSON.stringify(result.missing));
      expect(newsItem.parse(result.item)).toMatchObject({
        headline: story.headline,
        standfirst: story.standfirst,
        body: [{ kind: 'figure', role: 'LEAD', ...withoutBlanks(story.lead) }, ...body],
        firstPublishedAt: `${story.year}-${two(story.month)}-${two(story.day)}T21:03:00+00:00`,
      });
    }),
  );
});

it('any text gives a valid item or the names of what is missing, and never throws', () => {
  const line = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('First published: 11.21.17, 21:03', 'פרסום ראשון: ?', '(Photo: X)', 'new comment', 'A', 'A', ''),
  );
  const anyText = fc.array(line, { maxLength: 14 }).map((lines) => lines.join('\n'));
  fc.assert(
    fc.property(anyText, (dump) => {
      const result = parsePageText(dump, { language: 'en', timeZone: 'Asia/Jerusalem' });
      if (result.ok) newsItem.parse(result.item);
      else expect(result.missing.length).toBeGreaterThan(0);
    }),
    { numRuns: 300 },
  );
}, 30_000);

it('megabytes without a line break, or of nothing but dots, brackets or colons, take time in proportion to their size', () => {
  for (const dump of ['.'.repeat(1_000_000), 'a '.repeat(500_000), '('.repeat(1_000_000), '\n:'.repeat(500_000)]) {
    const page = `Caption\n\nHeadline\n\nStandfirst\n\n${dump}\n${dump}`;
    expect(cpuMs(() => parsePageText(page, { language: 'en', timeZone: 'UTC' }))).toBeLessThan(4_000);
  }
}, 120_000);

function withoutBlanks({ caption, credit: by }: Shown) {
  return by === undefined ? { caption } : { caption, credit: by };
}

function shownCaption({ caption, credit: by }: Shown): string {
  return by === undefined ? caption : `${caption} (צילום: ${by})`;
}

function rendered(shown: BodyElement): string {
  if (shown.kind === 'paragraph') return shown.html;
  if (shown.kind !== 'figure') throw new Error(shown.kind);
  const line = shownCaption({ caption: shown.caption ?? '', credit: shown.credit });
  return `${line}\n${line}`;
}
