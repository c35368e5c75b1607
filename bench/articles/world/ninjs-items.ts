import type { DemoArticle } from '@dateline/demo-edition/types';
import type { NewsItem } from '@dateline/wire/news-item';
import { parseNinjs } from '@dateline/wire/parse.ninjs';
// What the CLI sends is what is measured.
import { toImportInput } from '../../../apps/cli/src/import/import-input.ts';

/** A generated article as an agency would send it: IPTC ninjs 2.0. */
export function ninjsOf({
  id,
  language,
  headline,
  standfirst,
  body,
  bylines,
  topicSlugs,
  urgency,
  firstPublishedAt,
}: DemoArticle): string {
  const paragraphs = body.flatMap((element) => (element.kind === 'paragraph' ? [`<p>${element.html}</p>`] : []));
  return JSON.stringify({
    uri: `urn:bench:${id}`,
    type: 'text',
    pubstatus: 'usable',
    version: '1',
    versioncreated: firstPublishedAt,
    firstcreated: firstPublishedAt,
    language,
    urgency,
    headlines: [{ role: 'main', value: headline }],
    descriptions: [{ role: 'summary', value: standfirst }],
    bodies: [{ role: 'main', contenttype: 'text/html', value: paragraphs.join('\n') }],
    by: bylines.map(({ name }) => name ?? '').join(', '),
    subjects: topicSlugs.map((slug) => ({ name: slug })),
    infosources: [{ role: 'provider', name: 'Bench Wire' }],
  });
}

/** Throws where it does not parse. */
export function parseNinjsText(text: string): NewsItem {
  for (const parsed of parseNinjs(text, { source: 'Bench Wire' })) {
    if (!parsed.ok) throw new Error(parsed.reason);
    return parsed.item;
  }
  throw new Error('No item was found.');
}

export function importInputOf(item: NewsItem): object {
  return toImportInput(item, { publish: true });
}
