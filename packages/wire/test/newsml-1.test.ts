import { expect, it } from 'vitest';
import { parseNewsml1 } from '../src/parse.newsml-1.ts';
import { cancellation, embargoedCorrection } from './expected/newsml-1.ts';
import { itemsOf, reasonsOf, sample, sharedSample } from './samples.ts';

it("an agency's envelope: text and photo of one item with its embargo and correction, and a cancellation", () => {
  expect(itemsOf(parseNewsml1(sample('newsml-1-agency.xml')))).toEqual([embargoedCorrection, cancellation]);
});

it('a later revision has the same id', () => {
  const later = sample('newsml-1-agency.xml').replace('PreviousRevision="2">3<', 'PreviousRevision="3">4<');
  const [item] = itemsOf(parseNewsml1(later));
  expect(item).toMatchObject({ sourceId: embargoedCorrection.sourceId, version: '4' });
});

it('of a story in several languages the one asked for is read, and else the first', () => {
  const part = (language: string) =>
    `<NewsComponent><NewsLines><HeadLine>In ${language}</HeadLine></NewsLines><DescriptiveMetadata><Language FormalName="${language}"/></DescriptiveMetadata><ContentItem><DataContent>Text in ${language}.</DataContent></ContentItem></NewsComponent>`;
  const text = `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>p</ProviderId><NewsItemId>1</NewsItemId></NewsIdentifier></Identification><NewsComponent>${part('de')}${part('fr')}</NewsComponent></NewsItem></NewsML>`;
  expect(itemsOf(parseNewsml1(text, { language: 'fr-CH' }))[0]).toMatchObject({
    headline: 'In fr',
    language: 'fr',
    body: [{ html: 'Text in fr.' }],
  });
  expect(itemsOf(parseNewsml1(text))[0]).toMatchObject({ headline: 'In de', body: [{ html: 'Text in de.' }] });
});

it('an item without an identifier, and an envelope without items, are told', () => {
  expect(reasonsOf(parseNewsml1('<NewsML><NewsItem/></NewsML>'))).toEqual([
    'NewsItem 1: has no NewsIdentifier, by which its later versions would be known',
  ]);
  expect(reasonsOf(parseNewsml1('<NewsML/>'))).toEqual(['input: holds no NewsItem']);
});

const release = sharedSample('newsml-1.2/businesswire-20130605.xml');
it.skipIf(!release)(
  'a real release of 2013: ids, dates, lines, thirteen paragraphs and its contact, and neither style sheet nor logo',
  () => {
    const [item] = itemsOf(parseNewsml1(release ?? ''));
    expect(item).toMatchObject({
      source: 'businesswire.com',
      sourceId: 'urn:newsml:businesswire.com:20010714:20130605006126',
      version: '1',
      versionCreatedAt: '2013-06-05T21:00:00+00:00',
      firstPublishedAt: '2013-06-05T21:00:00+00:00',
      pubStatus: 'usable',
      language: 'zh',
      headline: 'Cambrios被Gartner評選為「最酷供應商」',
      dateline: '加州桑尼維爾',
      slugline: 'CA-CAMBRIOS-TECHNOLOGIES',
      genres: ['Release'],
      creditLine: 'Cambrios Technologies',
      copyright: 'Copyright Business Wire 2013',
    });
    expect(item?.keywords).toContain('Nanotechnology');
    expect(item?.body.map(({ kind }) => kind)).toEqual(Array(14).fill('paragraph'));
    expect(JSON.stringify(item?.body.at(-1))).toContain('Monica Smith, 415-397-7600');
    expect(JSON.stringify(item)).not.toMatch(/bwalignc|CambriosLogo/);
  },
);

const second = sharedSample('newsml-1.2/businesswire-20130612.xml');
it.skipIf(!second)('a real release with a list keeps its items', () => {
  const [item] = itemsOf(parseNewsml1(second ?? ''));
  expect(item?.body.find((element) => element.kind === 'list')?.items).toHaveLength(3);
  expect(item?.headline).toMatch(/^APP发布/);
});
