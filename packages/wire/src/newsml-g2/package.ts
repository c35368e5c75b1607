import type { BodyElement } from '../body-element.ts';
import { cleanLine } from '../clean-text.ts';
import { htmlFromText } from '../html-text.ts';
import { attributeOf, childOf, descendantsOf, type MarkupElement, textOf } from '../markup-tree.ts';
import { webAddress } from '../web-address.ts';

/** The members of a package in the order of its groups: links where they have an address, and their titles where they have none. */
export function membersOf(item: MarkupElement): BodyElement[] {
  const references = descendantsOf(item, 'groupSet').flatMap((groups) => descendantsOf(groups, 'itemRef'));
  const titles: string[] = [];
  const links = references.flatMap((reference): BodyElement[] => {
    const url = webAddress(attributeOf(reference, 'href'));
    const title = cleanLine(textOf(childOf(reference, 'title')) ?? textOf(childOf(reference, 'headline'))) ?? url;
    if (url && title) return [{ kind: 'related', title, url }];
    titles.push(htmlFromText(title ?? attributeOf(reference, 'residref') ?? ''));
    return [];
  });
  const named = titles.filter((title) => title !== '');
  return [...(named.length > 0 ? [{ kind: 'list' as const, ordered: true, items: named }] : []), ...links];
}
