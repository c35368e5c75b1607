import type { GraphClient } from '@dateline/client/graph-client';
import { element, textElement } from '@dateline/wire/markup';
import { FeedDirectoryDocument, type FeedDirectoryQuery } from '../__generated__/operations.ts';
import { type FeedSelection, feedPath } from './feed-selection.ts';
import { formats } from './formats.ts';
import { GraphUnavailableError } from './load-feed.ts';

type Section = FeedDirectoryQuery['sections'][number];

/** The sections that have a feed. */
export async function loadDirectory(client: GraphClient): Promise<readonly Section[]> {
  const { data } = await client.request(FeedDirectoryDocument, {}).catch((error: unknown) => {
    throw new GraphUnavailableError('The gateway did not answer.', { cause: error });
  });
  if (data === null) throw new GraphUnavailableError('The gateway gave no sections.');
  return data.sections;
}

/** A page for people: every feed in every format. */
export function renderDirectory(sections: readonly Section[], feedUrl: string): string {
  const languages = [...new Set(sections.map(({ language }) => language))];
  const rows = [
    row('The whole edition', 'en', { of: 'edition' }, feedUrl),
    ...languages.map((language) => row(nameOf(language), language, { of: 'language', language }, feedUrl)),
    ...sections.map(({ slug, title, language }) => row(title, language, { of: 'section', slug }, feedUrl)),
  ];
  const style =
    'body{font:1rem/1.6 system-ui;max-width:44rem;margin:3rem auto;padding:0 1rem;color-scheme:light dark}td{padding:.2rem 1.5rem .2rem 0}';
  const head =
    '<meta charset="utf-8"><meta name="viewport" content="width=device-width">' +
    textElement('title', 'Dateline: feeds') +
    element('style', {}, style);
  const body = `${textElement('h1', 'Feeds')}<p>Full text, captions and credits. Subscribe to any of these.</p>${element('table', {}, rows.join('\n'))}`;
  return `<!doctype html>\n${element('html', { lang: 'en' }, element('head', {}, head) + element('body', {}, body))}\n`;
}

function row(title: string, language: string, selection: FeedSelection, feedUrl: string): string {
  const links = formats.map(({ name, extension }) =>
    element('td', {}, textElement('a', name, { href: `${feedUrl}${feedPath(selection)}.${extension}` })),
  );
  return element('tr', {}, element('td', {}, textElement('bdi', title, { lang: language })) + links.join(''));
}

function nameOf(language: string): string {
  return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
}
