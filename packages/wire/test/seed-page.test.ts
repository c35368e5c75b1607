import { existsSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { leadFigure } from '../src/news-item.ts';
import { parsePageText } from '../src/parse.page-text.ts';

const seed = new URL('../../../../shared/seeds/000_213bc938c6100d6b.txt', import.meta.url);
const there = existsSync(seed);
if (!there) process.stdout.write('skipped: the seed page is not here (../shared/seeds beside the project)\n');

it.skipIf(!there)(
  'the seed page: headline, standfirst, 11 paragraphs, 3 figures between them, credit, first published',
  () => {
    const text = readFileSync(seed, 'utf8');
    const result = parsePageText(text, { language: 'en', timeZone: 'Asia/Jerusalem' });
    if (!result.ok) throw new Error(JSON.stringify(result.missing));
    const { item } = result;
    const held = text.split('\n').filter((line) => line.trim() !== '');
    expect(item.headline).toBe('Putin gives no indication Russia to leave Syria anytime soon');
    expect(leadFigure(item)).toEqual({ kind: 'figure', role: 'LEAD', caption: held[0] });
    expect(item.standfirst).toBe(held[2]);
    expect(item.firstPublishedAt).toBe('2017-11-21T21:03:00+02:00');
    const body = item.body.slice(1);
    expect(body.map(({ kind }) => (kind === 'figure' ? 'F' : 'p')).join('')).toBe('ppppFppFppFppp');
    expect(body.filter(({ kind }) => kind === 'paragraph')).toHaveLength(11);
    expect(body.findLast(({ kind }) => kind === 'figure')).toMatchObject({ role: 'INLINE', credit: 'Reuters' });
    expect(JSON.stringify(body)).not.toMatch(/Photo:|comment"|delete your/);
  },
);
