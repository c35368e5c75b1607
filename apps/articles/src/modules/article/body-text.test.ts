import { describe, expect, it } from 'vitest';
import { bodyText, countWords } from './body-text.ts';
import { readingTimeMinutes } from './reading-time.ts';

describe('words', () => {
  it.each([
    ['en', 'The keeper’s lamp doesn’t turn at 21:03, says Anne-Marie O’Neil.', 12],
    // Gershayim and geresh stand within a word.
    ['he', 'ראש הממשלה אמר היום כי צה״ל יפעל בתוך 48 שעות.', 10],
    ['ar', 'قال رئيس الوزراء اليوم إن الجيش سيعمل خلال ٤٨ ساعة.', 10],
    ['zh', '总理今天表示，军队将在48小时内采取行动。', 11],
    ['ja', '首相は本日、軍が四十八時間以内に行動すると述べた。', 14],
    ['th', 'นายกรัฐมนตรีกล่าววันนี้ว่ากองทัพจะดำเนินการภายใน 48 ชั่วโมง', 13],
  ])('are counted by the rules of %s', (language, text, words) => {
    expect(countWords(text, language)).toBe(words);
  });

  it('are those of a story and its entries, without captions and names of other stories', () => {
    const paragraph = { kind: 'paragraph' as const, id: 'p', html: 'One <b>two</b>' };
    const figure = {
      kind: 'figure' as const,
      id: 'f',
      role: 'INLINE' as const,
      imageId: null,
      caption: 'No',
      altText: 'No',
      credit: 'No',
    };
    const related = { kind: 'related' as const, id: 'r', articleId: '0190b2c4-0000-7000-8000-000000000001' };
    const entry = {
      kind: 'liveEntry' as const,
      id: 'l',
      headline: 'Three',
      publishedAt: '2026-01-01T00:00:00Z',
      body: [{ ...paragraph, html: 'four' }, figure, related],
    };
    const text = bodyText([paragraph, figure, related, entry]);
    expect(text).toBe('One two\n\nThree\nfour');
    expect(countWords(text, 'en')).toBe(4);
  });
});

describe('the time to read a story', () => {
  const minutes = (language: string, text: string) =>
    readingTimeMinutes({ text: () => text, wordCount: countWords(text, language) }, language);

  it('is measured by words: 238 a minute', () => {
    expect(minutes('en', 'word '.repeat(238 * 3))).toBe(3);
    expect(minutes('he', 'מילה '.repeat(238 * 3))).toBe(3);
    expect(minutes('ar', 'كلمة '.repeat(238 * 3))).toBe(3);
    expect(minutes('th', 'ภาษา'.repeat(238 * 3))).toBe(3);
  });

  it('is measured by characters in Chinese and Japanese: 255 and 357 a minute, points and spaces not counted', () => {
    expect(minutes('zh', '天。 '.repeat(255 * 4))).toBe(4);
    expect(minutes('zh-Hant-TW', '天'.repeat(255 * 4))).toBe(4);
    expect(minutes('ja', 'あ、'.repeat(357 * 2))).toBe(2);
  });

  it('is a minute at least', () => {
    for (const language of ['en', 'zh', 'ja']) expect(minutes(language, '')).toBe(1);
  });
});
