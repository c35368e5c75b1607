import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { startGatewayDouble } from './gateway-double.ts';
import { folderWith, runDateline } from './run-dateline.ts';

const page = `The lighthouse at dusk (Photo: Mira Dole)

Lighthouse keeps its keeper

The town voted to pay for one more year.

The lamp was lit for the first time in 1902.

The keeper
The keeper

First published: 03.04.21, 14:30
new comment
`;

const settings = ['--language', 'en', '--time-zone', 'Asia/Jerusalem'];
const editor = { DATELINE_TOKEN: 'editor' };

it('stores a page whole, publishes it, and says that it was created, under which headline and address', async () => {
  await using gateway = await startGatewayDouble();
  using folder = folderWith({ 'page.txt': page });
  const words = [
    'import',
    'page.txt',
    ...settings,
    '--gateway',
    gateway.url,
    '--section',
    'world',
    '--topic',
    'a',
    '--topic',
    'b',
  ];
  const { exitCode, results, faults } = await runDateline(words, { cwd: folder.path, env: editor });
  expect({ exitCode, faults }).toEqual({ exitCode: 0, faults: '' });
  expect(results).toBe('created    Lighthouse keeps its keeper  http://localhost:3000/a1');
  expect([...gateway.articles.values()]).toMatchObject([
    {
      source: 'page-text',
      format: 'page-text',
      language: 'en',
      timeZone: 'Asia/Jerusalem',
      headline: 'Lighthouse keeps its keeper',
      standfirst: 'The town voted to pay for one more year.',
      body: [
        { figure: { role: 'LEAD', caption: 'The lighthouse at dusk', credit: 'Mira Dole' } },
        { paragraph: { html: 'The lamp was lit for the first time in 1902.' } },
        { figure: { role: 'INLINE', caption: 'The keeper' } },
      ],
      firstPublishedAt: '2021-03-04T14:30:00+02:00',
      sectionSlug: 'world',
      topicSlugs: ['a', 'b'],
      publish: true,
    },
  ]);
});

it('says unchanged for the same page under another name, and updated for a corrected one', async () => {
  await using gateway = await startGatewayDouble();
  using folder = folderWith({ 'page.txt': page, 'copy.txt': page, 'corrected.txt': page.replace('1902', '1903') });
  const words = ['import', 'page.txt', 'copy.txt', 'corrected.txt', ...settings, '--gateway', gateway.url];
  const { exitCode, results } = await runDateline(words, { cwd: folder.path, env: editor });
  expect(exitCode).toBe(0);
  expect(results.split('\n').map((line) => line.split(' ')[0])).toEqual([
    'created',
    'unchanged',
    'updated',
    'page-text',
  ]);
  expect(results).toContain('page-text  1 created, 1 updated, 1 unchanged');
  expect(gateway.articles.size).toBe(1);
});

it('updates the story of a given source id when its headline was corrected', async () => {
  await using gateway = await startGatewayDouble();
  using folder = folderWith({ 'page.txt': page, 'corrected.txt': page.replace('keeps', 'loses') });
  const words = [...settings, '--gateway', gateway.url, '--source', 'Town Herald', '--source-id', '7'];
  await runDateline(['import', 'page.txt', ...words], { cwd: folder.path, env: editor });
  const { results } = await runDateline(['import', 'corrected.txt', ...words], { cwd: folder.path, env: editor });
  expect(results).toMatch(/^updated {4}Lighthouse loses its keeper/);
});

it('leaves a draft when asked to, and says so', async () => {
  await using gateway = await startGatewayDouble();
  using folder = folderWith({ 'page.txt': page });
  const words = ['import', 'page.txt', '--draft', ...settings, '--gateway', gateway.url];
  const { results } = await runDateline(words, { cwd: folder.path, env: editor });
  expect(results).toContain('Lighthouse keeps its keeper (draft)');
});

it('names a file that is no page dump and what it lacks, stores nothing of it, and the other files go in', async () => {
  await using gateway = await startGatewayDouble();
  using folder = folderWith({
    'notes.txt': 'Milk\n\nEggs',
    'photo.jpg': new Uint8Array([0xff, 0xd8, 0xff, 0xe0]),
    'undated.txt': page.replace('03.04.21', 'long ago'),
    'page.txt': page,
  });
  const files = ['notes.txt', 'photo.jpg', 'undated.txt', 'nowhere.txt', 'page.txt'];
  const words = ['import', ...files, ...settings, '--gateway', gateway.url];
  const { exitCode, results, faults } = await runDateline(words, { cwd: folder.path, env: editor });
  expect(exitCode).toBe(1);
  expect(faults.split('\n')).toEqual([
    'nowhere.txt: is not there',
    'notes.txt: is no page dump: the standfirst, the body, and the first-published line are missing',
    "photo.jpg: is a picture (image/jpeg); 'dateline picture' uploads one on its own",
    "undated.txt: is no page dump: the first-published line is missing ('First published: long ago, 14:30' holds no date and time that can be read)",
  ]);
  expect(results).toContain('page-text  1 created, 2 failed');
  expect(results).toContain('unknown    2 failed');
  expect([...gateway.failures.values()]).toMatchObject([
    { file: join(folder.path, 'notes.txt'), place: 'file', format: 'page-text', payload: 'Milk\n\nEggs' },
    { file: join(folder.path, 'photo.jpg'), reason: expect.stringContaining('is a picture') },
    { file: join(folder.path, 'undated.txt') },
  ]);
  expect(gateway.articles.size).toBe(1);
});

it('refuses a file that is no page without any token or gateway, and says that nobody keeps the failure', async () => {
  using folder = folderWith({ 'notes.txt': 'Milk' });
  const words = ['import', 'notes.txt', ...settings, '--gateway', 'http://localhost:1'];
  const { exitCode, faults } = await runDateline(words, { cwd: folder.path });
  expect(exitCode).toBe(1);
  const [first, second, ...others] = faults.split('\n');
  expect(first).toMatch(/^notes.txt: is no page dump: the headline, .* are missing$/);
  expect(second).toMatch(/^The failure named above could not be kept for --retry: /);
  expect(others).toEqual([]);
});

it('says what a page dump cannot tell of itself', async () => {
  await using gateway = await startGatewayDouble();
  using folder = folderWith({ 'page.txt': page });
  const words = ['import', 'page.txt', '--gateway', gateway.url];
  const { exitCode, faults } = await runDateline(words, { cwd: folder.path, env: editor });
  expect(exitCode).toBe(1);
  expect(faults).toBe(
    'page.txt: is text of no other format: as the text dump of a page its language and time zone have to be told',
  );
});

it("tells what the newsroom's own rules refuse, with the field at fault", async () => {
  await using gateway = await startGatewayDouble();
  using folder = folderWith({ 'page.txt': page });
  const words = ['import', 'page.txt', ...settings, '--section', 'nowhere', '--gateway', gateway.url];
  const { exitCode, faults } = await runDateline(words, { cwd: folder.path, env: editor });
  expect(exitCode).toBe(1);
  expect(faults).toBe('page.txt: There is no such section. (UNKNOWN_SECTION, input.sectionSlug)');
});

it('says in one sentence that the gateway refuses the token, and tries no further file', async () => {
  await using gateway = await startGatewayDouble();
  using folder = folderWith({ 'page.txt': page, 'copy.txt': page });
  const words = ['import', 'page.txt', 'copy.txt', ...settings, '--gateway', gateway.url, '--token', 'wrong'];
  const { exitCode, faults, results } = await runDateline(words, { cwd: folder.path, env: editor });
  expect({ exitCode, results }).toEqual({ exitCode: 1, results: '' });
  expect(faults).toMatch(/^The gateway at .* refuses: Sign in first\. \(UNAUTHENTICATED\)[^\n]*$/);
});

it('says in one sentence that the gateway cannot be reached', async () => {
  const closed = createServer();
  await new Promise<void>((ready) => closed.listen(0, '127.0.0.1', ready));
  const { port } = closed.address() as AddressInfo;
  await new Promise((done) => closed.close(done));
  using folder = folderWith({ 'page.txt': page });
  const words = ['import', 'page.txt', ...settings, '--gateway', `http://127.0.0.1:${port}`];
  const { exitCode, faults } = await runDateline(words, { cwd: folder.path, env: editor });
  expect(exitCode).toBe(2);
  expect(faults).toMatch(new RegExp(`^The gateway at http://127.0.0.1:${port}/graphql cannot be reached\\.[^\\n]*$`));
});

it('says that what answers is no gateway', async () => {
  const other = createServer((_request, response) => response.writeHead(404).end('<h1>Not here</h1>'));
  await new Promise<void>((ready) => other.listen(0, '127.0.0.1', ready));
  using folder = folderWith({ 'page.txt': page });
  const words = [
    'import',
    'page.txt',
    ...settings,
    '--gateway',
    `http://127.0.0.1:${(other.address() as AddressInfo).port}`,
  ];
  const { exitCode, faults } = await runDateline(words, { cwd: folder.path, env: editor });
  other.closeAllConnections();
  await new Promise((done) => other.close(done));
  expect(exitCode).toBe(1);
  expect(faults).toMatch(/is no Dateline gateway \(status 404\)\.$/);
});

it.each([
  [['--format', 'docx'], 'Allowed choices are auto, ninjs'],
  [['--batch', '201'], 'Give a number from 1 to 200.'],
  [['--every', '0s'], 'Give 30s, 10m or 1h'],
  [['--watch', '-'], '--watch follows folders and addresses'],
  [['--language', 'e n', '--time-zone', 'UTC'], "'e n' is not a language tag"],
  [['--language', 'en', '--time-zone', 'Mars/Olympus'], "'Mars/Olympus' is not a time zone"],
  [[...settings, '--gateway', 'ftp://x'], 'It is no http:// or https:// address.'],
  [[...settings, '--source-id', '7', 'second.txt'], '--source-id names one story'],
])('refuses wrong settings before anything else: %s', async (given, said) => {
  const { exitCode, faults } = await runDateline(['import', 'page.txt', ...given], { env: editor });
  expect(exitCode).toBe(1);
  expect(faults).toContain(said);
});

it('speaks to the gateway that the environment names', async () => {
  await using gateway = await startGatewayDouble();
  using folder = folderWith({ 'page.txt': page });
  const env = { ...editor, GATEWAY_URL: new URL(gateway.url).origin };
  const { exitCode } = await runDateline(['import', 'page.txt', ...settings], { cwd: folder.path, env });
  expect(exitCode).toBe(0);
  expect(gateway.articles.size).toBe(1);
});
