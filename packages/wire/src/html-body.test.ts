import { describe, expect, it } from 'vitest';
import { htmlBody } from './html-body.ts';

const paragraph = (html: string) => ({ kind: 'paragraph', html });

describe('text', () => {
  it('paragraphs keep their inline markup, and lose what says nothing', () => {
    expect(
      htmlBody(
        '<p class="x">One <b onclick="a()">bold</b>\n <span style="a">two</span> &amp; <em>three</em></p><p>&nbsp;</p><p/>',
      ),
    ).toEqual([paragraph('One <b>bold</b> two &amp; <em>three</em>')]);
  });

  it('text without <p> is a paragraph, and two line breaks end one', () => {
    expect(htmlBody('One<br/>more<br><br />Two<br>\n<br>\n<br>Three')).toEqual([
      paragraph('One<br>more'),
      paragraph('Two'),
      paragraph('Three'),
    ]);
  });

  it('an element across a paragraph end is closed and opened again', () => {
    expect(
      htmlBody('<b>One<br><br>two <i>three</i></b><a href="/x"><div>four</div></a>', {
        baseUrl: 'https://a.example/b/',
      }),
    ).toEqual([
      paragraph('<b>One</b>'),
      paragraph('<b>two <i>three</i></b>'),
      paragraph('<a href="https://a.example/x">four</a>'),
    ]);
  });

  it('links that run or lead nowhere lose their address and keep their text', () => {
    expect(
      htmlBody(
        '<a href="javascript:alert(1)">a</a> <a href="data:text/html,x">b</a> <a href="mailto:x@y.example">c</a>',
      ),
    ).toEqual([paragraph('a b <a href="mailto:x@y.example">c</a>')]);
  });

  it('scripts, styles, comments, forms and rules are dropped, also when they are not closed', () => {
    expect(htmlBody('a<script>if (a < b) x()</script><style>p{}</style><!-- c --><hr><button>Send</button>b')).toEqual([
      paragraph('a'),
      paragraph('b'),
    ]);
    expect(htmlBody('a<script>never closed')).toEqual([paragraph('a')]);
  });

  it('preformatted text: a blank line ends a paragraph, a line end is a break', () => {
    expect(htmlBody('<pre>One &lt;\n two\n\nThree</pre>')).toEqual([paragraph('One &lt;<br>two'), paragraph('Three')]);
  });

  it('control characters and NUL bytes are dropped from text', () => {
    expect(htmlBody('<p>a\u0000b\u0010c</p>')).toEqual([paragraph('abc')]);
  });
});

describe('blocks', () => {
  it('headings are text, and a picture in one stands after it', () => {
    expect(htmlBody('<h2>On <em>this</em><img src="https://a.example/x.jpg"></h2>')).toEqual([
      { kind: 'heading', level: 2, text: 'On this' },
      { kind: 'figure', role: 'INLINE', picture: { url: 'https://a.example/x.jpg' } },
    ]);
  });

  it('lists inside lists become items of the outer one', () => {
    expect(htmlBody('<ol><li>One<ul><li>Two</li></ul></li><li><p>Three</p><p>four</p></li> stray</ol>')).toEqual([
      { kind: 'list', ordered: true, items: ['One', 'Two', 'Three<br>four', 'stray'] },
    ]);
  });

  it('a quotation keeps its paragraphs and who said it', () => {
    expect(htmlBody('<blockquote class="wp-block-pullquote"><p>A</p><p>B</p><cite>Ms X</cite></blockquote>')).toEqual([
      { kind: 'quote', html: 'A<br><br>B', attribution: 'Ms X', pull: true },
    ]);
    expect(htmlBody('<figure><blockquote>A</blockquote><figcaption>Ms X</figcaption></figure>')).toEqual([
      { kind: 'quote', html: 'A', attribution: 'Ms X', pull: false },
    ]);
  });

  it('a table has its head, its caption and a cell for every column', () => {
    const html =
      '<table><caption>Votes</caption><thead><tr><th>Name</th><th>A</th><th>B</th></tr></thead><tbody><tr><td><p>x</p><p>y</p></td><td colspan="2">3</td></tr></tbody></table>';
    expect(htmlBody(html)).toEqual([
      { kind: 'table', caption: 'Votes', head: ['Name', 'A', 'B'], rows: [['x y', '3', '']] },
    ]);
  });

  it('a table that only lays things out gives its content', () => {
    expect(htmlBody('<table><tr><td><p>One</p><p>Two</p></td></tr></table>')).toEqual([
      paragraph('One'),
      paragraph('Two'),
    ]);
    expect(
      htmlBody('<table><tr><td>a<table><tr><td>b</td><td>c</td></tr></table></td><td>d</td></tr></table>'),
    ).toEqual([paragraph('a'), { kind: 'table', head: [], rows: [['b', 'c']] }, paragraph('d')]);
  });
});

describe('pictures and embeds', () => {
  it.each([
    ['<figcaption>A ship (Photo: Reuters)</figcaption>', { caption: 'A ship', credit: 'Reuters' }],
    [
      '<figcaption>A ship <span class="credit">Photo: A. B./Reuters</span></figcaption>',
      { caption: 'A ship', credit: 'A. B./Reuters' },
    ],
    [
      '<figcaption>A ship (<span class="image-credit">Reuters</span>)</figcaption>',
      { caption: 'A ship', credit: 'Reuters' },
    ],
    ['<figcaption>A ship <small>Reuters</small></figcaption>', { caption: 'A ship', credit: 'Reuters' }],
    ['<figcaption><small>A ship (left)</small></figcaption>', { caption: 'A ship (left)' }],
    ['<figcaption>A ship. Photo: A. B./Reuters</figcaption>', { caption: 'A ship.', credit: 'A. B./Reuters' }],
    [
      '<figcaption>A ship at 6 a.m. Photo by A. B./AFP</figcaption>',
      { caption: 'A ship at 6 a.m.', credit: 'A. B./AFP' },
    ],
    ['<figcaption>A ship | Foto: dpa</figcaption>', { caption: 'A ship', credit: 'dpa' }],
    ['<figcaption>Photo: Reuters</figcaption>', { credit: 'Reuters' }],
    ['<figcaption>A ship (AP Photo/A. B.)</figcaption>', { caption: 'A ship', credit: 'AP Photo/A. B.' }],
    ['<figcaption>Of the photo: a ship. It left.</figcaption>', { caption: 'Of the photo: a ship. It left.' }],
    ['<figcaption>ספינה (צילום: רויטרס)</figcaption>', { caption: 'ספינה', credit: 'רויטרס' }],
  ])('a figure with %s', (caption, parts) => {
    const picture = { url: 'https://a.example/i/x.jpg', width: 640, height: 480 };
    expect(
      htmlBody(
        `<figure><a href="#"><img src="i/x.jpg" alt="A  ship" width="640" height="480"></a>${caption}</figure>`,
        { baseUrl: 'https://a.example/' },
      ),
    ).toEqual([{ kind: 'figure', role: 'INLINE', altText: 'A ship', picture, ...parts }]);
  });

  it('of several sizes the widest is taken, and the placeholder of a lazy picture never', () => {
    const html =
      '<img src="data:image/gif;base64,R0" data-srcset="https://a.example/s.jpg 300w, https://a.example/l,1.jpg 1200w"><img src="data:," data-src="https://a.example/y.jpg">';
    expect(htmlBody(html).map((element) => element.kind === 'figure' && element.picture?.url)).toEqual([
      'https://a.example/l,1.jpg',
      'https://a.example/y.jpg',
    ]);
  });

  it('without a base a relative picture is a file beside the item, and never one elsewhere', () => {
    const html =
      '<img src="./a/x.jpg"><img src="../x.jpg"><img src="/etc/x.jpg"><img src="a/../../x.jpg"><img src="file:///x.jpg">';
    expect(htmlBody(html).map((element) => element.kind === 'figure' && element.picture)).toEqual([
      { fileName: 'a/x.jpg' },
      { fileName: 'x.jpg' },
    ]);
  });

  it('counting pixels are no pictures, and emoji are text', () => {
    expect(
      htmlBody(
        '<img src="https://t.example/p" width="1" height="1">Hi <img class="emoji" alt="👍" src="https://s.w.org/x.svg">',
      ),
    ).toEqual([paragraph('Hi 👍')]);
  });

  it('a gallery is its pictures, each with its caption, and its own caption after them', () => {
    const one = (name: string) =>
      `<figure><img src="https://a.example/${name}"><figcaption>${name}</figcaption></figure>`;
    expect(
      htmlBody(`<figure class="wp-block-gallery">${one('a')}${one('b')}<figcaption>All</figcaption></figure>`),
    ).toEqual([
      { kind: 'figure', role: 'GALLERY', caption: 'a', picture: { url: 'https://a.example/a' } },
      { kind: 'figure', role: 'GALLERY', caption: 'b', picture: { url: 'https://a.example/b' } },
      paragraph('All'),
    ]);
  });

  it.each([
    ['<iframe src="//www.youtube.com/embed/1" title="T"></iframe>', 'YouTube', 'https://www.youtube.com/embed/1', 'T'],
    ['<video><source src="https://v.example/a.mp4"></video>', 'v.example', 'https://v.example/a.mp4', undefined],
    [
      '<blockquote class="twitter-tweet"><p>Words</p>&mdash; X <a href="https://twitter.com/x/status/1?a=b">Nov 1</a></blockquote>',
      'X',
      'https://twitter.com/x/status/1?a=b',
      'Words — X Nov 1',
    ],
    [
      '<blockquote class="instagram-media" data-instgrm-permalink="https://www.instagram.com/p/1/"></blockquote>',
      'Instagram',
      'https://www.instagram.com/p/1/',
      undefined,
    ],
    [
      '<figure class="wp-block-embed"><div>\nhttps://youtu.be/1\n</div><figcaption>C</figcaption></figure>',
      'YouTube',
      'https://youtu.be/1',
      'C',
    ],
  ])('%s is an embed of its provider', (html, provider, url, title) => {
    expect(htmlBody(html)).toEqual([{ kind: 'embed', provider, url, title }]);
  });
});
