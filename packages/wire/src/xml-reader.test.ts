import { describe, expect, it } from 'vitest';
import { cpuMs } from '../test/cpu-time.ts';
import { textOf } from './markup-tree.ts';
import { type XmlLimits, xmlLimits } from './xml/limits.ts';
import { readElements, readElementsOf } from './xml-reader.ts';

const isRoot = (path: readonly string[]) => path.length === 1;
const isItem = (path: readonly string[]) => path.at(-1) === 'item';
const read = (text: string, limits?: XmlLimits) => [...readElementsOf(text, isRoot, limits)];
const textIn = (text: string) => textOf(read(text)[0]?.element);

describe('what is read', () => {
  it('elements by their own names and namespaces, attributes, text and CDATA', () => {
    const [found] = read('<a xmlns="urn:one" xmlns:p="urn:two" xml:lang="he" p:x="1" x="2">t<p:b/><![CDATA[<c>]]></a>');
    expect(found?.element).toEqual({
      name: 'a',
      namespace: 'urn:one',
      attributes: new Map([
        ['xml:lang', 'he'],
        ['x', '2'],
      ]),
      children: ['t', { name: 'b', namespace: 'urn:two', attributes: new Map(), children: [] }, '<c>'],
    });
  });

  it("the five entities, numbers, and HTML's single characters, which old wires do not declare", () => {
    expect(textIn('<a>&lt;&amp;&gt;&quot;&apos;&#233;&#x5d0;&eacute;&mdash;&yuml;&euro;</a>')).toBe('<&>"\'éאé—ÿ€');
  });

  it('white space and a byte order mark before the declaration', () => {
    expect(textIn('\ufeff\n  <?xml version="1.0" encoding="UTF-16"?>\n<a>x</a>')).toBe('x');
  });

  it('in chunks of one character it is the same, and each element says its line', async () => {
    async function* chunks() {
      yield* '<list>\n<item>1</item>\n<other/>\n<item>&amp;</item></list>';
    }
    const found: [string | undefined, number][] = [];
    for await (const { element, line } of readElements(chunks(), isItem)) found.push([textOf(element), line]);
    expect(found).toEqual([
      ['1', 2],
      ['&', 4],
    ]);
  });
});

describe('what is refused, with line and column', () => {
  it.each([
    ['an entity of its own', '<a>&xxe;</a>', /undefined entity/],
    [
      'declarations of its own',
      '<!DOCTYPE a [<!ENTITY x "y">]><a>&x;</a>',
      /declarations of its own is not read \(line 1, column/,
    ],
    ['a wrong end tag', '<a>\n<b>\n</a>', /unexpected close tag \(line 3, column/],
    ['an end too early', '<a><b>', /unclosed tag: b/],
    ['an end inside a tag', '<a', /root element|unexpected end/],
    ['nothing', '', /root element/],
    ['a NUL byte', '<a>\u0000</a>', /disallowed character/],
    ['a NUL by number', '<a>&#0;</a>', /malformed character entity/],
    ['a prefix that is not bound', '<p:a/>', /unbound namespace prefix/],
    ['text behind the end', '<a/>x', /outside of root/],
  ])('%s', (_name, text, reason) => {
    expect(() => read(text)).toThrow(reason);
    expect(() => read(text)).toThrow(expect.objectContaining({ name: 'XmlError', line: expect.any(Number) }));
  });

  it('what stood whole before the fault is answered first', () => {
    const found: (string | undefined)[] = [];
    expect(() => {
      for (const { element } of readElementsOf('<l><item>1</item><item>2</item><item>3', isItem))
        found.push(textOf(element));
    }).toThrow('unclosed tag');
    expect(found).toEqual(['1', '2']);
  });
});

describe('limits: just under is read, just over is refused', () => {
  const nested = (depth: number) => '<a>'.repeat(depth) + '</a>'.repeat(depth);
  const attributes = (count: number) => `<a ${Array.from({ length: count }, (_, at) => `x${at}=""`).join(' ')}/>`;
  const small = {
    ...xmlLimits,
    maxLength: 200_000,
    maxTextLength: 100_000,
    maxItemLength: 150_000,
    maxItemElements: 50_000,
  };
  it.each<[string, (size: number) => string, number, RegExp]>([
    ['depth', nested, 100, /deeper than 100/],
    ['attributes', attributes, 1000, /more than 1000 attributes/],
    ['the whole', (size) => `<a>${'<b/>'.repeat(size / 4 - 2)} </a>`, 200_000, /input is longer than 200000/],
    ['elements of an item', (size) => `<a>${'<b/>'.repeat(size - 1)}</a>`, 5_000, /holds more than 5000/],
    ['an item', (size) => `<a>${'<b/>'.repeat((size - 4) / 4)}</a>`, 150_000, /element is longer than 150000/],
  ])('%s', (_name, make, most, reason) => {
    const limits = {
      ...small,
      ...(most === 200_000 && { maxItemLength: most }),
      ...(most === 5_000 && { maxItemElements: most }),
    };
    expect(() => read(make(most), limits)).not.toThrow();
    expect(() => read(make(most + (most > 1000 ? 8 : 1)), limits)).toThrow(reason);
  });

  it.each(['<a>', '<a x="', '<a><!--', '<a><![CDATA[', '<!DOCTYPE ', '<?p '])(
    'a run without an end after %s',
    (start) => {
      expect(() => read(start + 'x'.repeat(90_000), small)).toThrow(/unclosed|unexpected end|root element/);
      expect(() => read(start + 'x'.repeat(190_000), small)).toThrow('a text or a tag is longer than 100000');
    },
  );

  it('a tag 100,000 deep is refused at once', () => {
    const worked = cpuMs(() => expect(() => read('<a>'.repeat(100_000))).toThrow('deeper than 100'));
    expect(worked).toBeLessThan(1_000);
  });
});
