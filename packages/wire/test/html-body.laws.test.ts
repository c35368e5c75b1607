import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type BodyElement, bodyElement } from '../src/body-element.ts';
import { htmlBody } from '../src/html-body.ts';
import { cpuMs } from './cpu-time.ts';

const runs = process.env['LONG'] ? 20_000 : 400;

const names =
  'p div b i a span h2 ul ol li blockquote cite figure figcaption small table thead tbody tr td th caption pre iframe section em br hr img video dl dt dd font o:p center';

/** Markup of known words in random elements, right nesting and wrong. */
const markup = fc.letrec((tie) => ({
  piece: fc.oneof(
    { depthSize: 'medium' },
    fc.constant('WORD '),
    fc.constantFrom(
      '<br>',
      '<br><br>',
      '<hr/>',
      '<img src="/a.jpg">',
      '</p>',
      '</div>',
      '\n',
      '<li>',
      '<td>',
      '<!-- c -->',
    ),
    fc
      .tuple(
        fc.constantFrom(...names.split(' ')),
        fc.constantFrom('', ' class="credit"', ' class="wp-caption"'),
        fc.array(tie('piece'), { maxLength: 4 }),
      )
      .map(([name, attributes, inside]) => `<${name}${attributes}>${inside.join('')}</${name}>`),
  ),
})).piece as fc.Arbitrary<string>;

/** Gives every word of the markup its own number, so that each can be looked for. */
function numbered(html: string): { html: string; words: string[] } {
  const words: string[] = [];
  const text = html.replaceAll('WORD', () => {
    words.push(`w${words.length}w`);
    return words.at(-1) ?? '';
  });
  return { html: text, words };
}

it('no word of a fragment is lost, whatever it is in, and every element fits the model', () => {
  fc.assert(
    fc.property(fc.array(markup, { maxLength: 6 }), (pieces) => {
      const { html, words } = numbered(pieces.join(''));
      const body = htmlBody(html, { baseUrl: 'https://a.example/' });
      const said = JSON.stringify(body);
      expect(words.filter((word) => !said.includes(word))).toEqual([]);
      for (const element of body) expect(bodyElement.safeParse(element).error).toBeUndefined();
    }),
    { numRuns: runs },
  );
});

it('any text at all is read without an exception, and comes out as elements of the model', () => {
  const hostile = fc.string({
    unit: fc.constantFrom(
      '<',
      '>',
      '/',
      'p',
      'b',
      '&',
      ';',
      '"',
      "'",
      '=',
      '!',
      '-',
      '[',
      ']',
      '\u0000',
      '\ud800',
      ' ',
      'a',
      '#',
    ),
    maxLength: 200,
  });
  fc.assert(
    fc.property(fc.oneof(hostile, fc.string({ unit: 'binary' })), (html) => {
      for (const element of htmlBody(html)) expect(bodyElement.safeParse(element).error).toBeUndefined();
    }),
    { numRuns: runs },
  );
});

it('a fragment 100,000 elements deep keeps its text and does not take a second of work', () => {
  for (const name of ['div', 'b', 'blockquote', 'ul><li', 'table><tr><td', 'figure', 'h1']) {
    const html = `${`<${name}>`.repeat(100_000)}word`;
    const worked = cpuMs(() => {
      const body: BodyElement[] = htmlBody(html);
      expect(JSON.stringify(body)).toContain('word');
    });
    expect(worked, name).toBeLessThan(2_000);
  }
});

it('a fragment of 200,000 paragraphs, in any kind of block, keeps them and does not multiply what is around them', () => {
  const link = `<a href="https://a.example/${'x'.repeat(5_000)}">`;
  for (const [start, end] of [
    ['', ''],
    [link, '</a>'],
    ['<blockquote>', '</blockquote>'],
    ['<figure>', '</figure>'],
    ['<ul><li>', '</li></ul>'],
  ]) {
    const html = `${start}${'w<br><br>'.repeat(200_000)}${end}`;
    const said = JSON.stringify(htmlBody(html));
    expect(said.match(/w/g)?.length).toBeGreaterThanOrEqual(200_000);
    expect(said.length).toBeLessThan(html.length * 6);
  }
});

it('of more elements than memory should hold the text is kept', () => {
  const said = JSON.stringify(htmlBody('<b>w</b>'.repeat(300_000)));
  expect(said.match(/w/g)).toHaveLength(300_000);
});
