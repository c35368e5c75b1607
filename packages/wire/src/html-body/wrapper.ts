import { escapeMarkup } from '../markup.ts';
import { attributeOf, type MarkupElement } from '../markup-tree.ts';
import { webAddress } from '../web-address.ts';
import type { Wrapper } from './inline-run.ts';

const inline = new Set(
  'a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strike strong sub sup time u var'.split(
    ' ',
  ),
);

const kept = ['title', 'lang', 'dir', 'datetime'];

/** The tags that an inline element leaves around its text; undefined for one that says nothing, as a span without a language. */
export function wrapperOf(element: MarkupElement, baseUrl: string | undefined): Wrapper | undefined {
  if (!inline.has(element.name)) return undefined;
  const attributes = kept.flatMap((name) => attributeText(name, attributeOf(element, name)));
  const href = element.name === 'a' ? attributeText('href', linkOf(attributeOf(element, 'href'), baseUrl)) : [];
  const all = [...href, ...attributes];
  if (all.length === 0 && (element.name === 'a' || element.name === 'span')) return undefined;
  return { open: `<${[element.name, ...all].join(' ')}>`, close: `</${element.name}>` };
}

function linkOf(href: string | undefined, baseUrl: string | undefined): string | undefined {
  return href && /^mailto:/i.test(href) ? href : webAddress(href, baseUrl);
}

function attributeText(name: string, value: string | undefined): string[] {
  return value === undefined ? [] : [`${name}="${escapeMarkup(value)}"`];
}
