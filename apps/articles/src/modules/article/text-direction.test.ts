import { expect, it } from 'vitest';
import { directionOfHtml, firstStrongDirection, textDirectionOf } from './text-direction.ts';

it.each([
  ['en', 'LTR'],
  ['he', 'RTL'],
  ['ar-EG', 'RTL'],
  ['fa', 'RTL'],
  ['yi', 'RTL'],
  ['az-Arab', 'RTL'],
  ['zh', 'LTR'],
  ['ru', 'LTR'],
])('%s is read %s', (language, direction) => {
  expect(textDirectionOf(language)).toBe(direction);
});

it.each([
  ['שלום world', 'RTL'],
  ['Reuters דיווחה', 'LTR'],
  ['12:30 – „(…) 48% שעות', 'RTL'],
  ['٤٨ hours', 'LTR'],
  ['ⅩⅡ', 'LTR'],
  ['\u2068Reuters\u2069 דיווחה', 'RTL'],
  ['\u200fReuters', 'RTL'],
  ['𞤀𞤁', 'RTL'],
  ['ޅިޔަ', 'RTL'],
  ['2026, 100%!', null],
  ['', null],
])('a text has the direction of its first strong character: %j', (text, direction) => {
  expect(firstStrongDirection(text)).toBe(direction);
});

it.each([
  ['<b>Reuters</b>: שלום', 'he', 'LTR'],
  ['<bdi>Reuters</bdi>: שלום', 'en', 'RTL'],
  ['<a href="https://x.example/abc">שלום</a>', 'en', 'RTL'],
  ['&amp; 48%', 'ar', 'RTL'],
  ['', 'en', 'LTR'],
])('a paragraph has it without its markup, and else the one of its article: %j', (html, language, direction) => {
  expect(directionOfHtml(html, language)).toBe(direction);
});
