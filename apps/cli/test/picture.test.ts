import { expect, it } from 'vitest';
import { startGatewayDouble } from './gateway-double.ts';
import { folderWith, runDateline } from './run-dateline.ts';

const png = Buffer.concat([Buffer.from('89504e470d0a1a0a', 'hex'), Buffer.alloc(64, 7)]);
const env = { DATELINE_TOKEN: 'editor' };

it('uploads the bytes as they are, with the type they show, and prints the id', async () => {
  await using gateway = await startGatewayDouble();
  using folder = folderWith({ 'harbour.jpg': png });
  const words = ['picture', 'harbour.jpg', '--gateway', gateway.url];
  const { exitCode, results, faults } = await runDateline(words, { cwd: folder.path, env });
  expect({ exitCode, faults }).toEqual({ exitCode: 0, faults: '' });
  expect(results).toBe('stored     i1  640×480  no credit  harbour.jpg');
  expect(gateway.uploads.get('u1')).toEqual({ mimeType: 'image/png', bytes: png });
  expect(gateway.imageWords).toEqual([]);
});

it('writes only the words that were given over the metadata of the picture', async () => {
  await using gateway = await startGatewayDouble();
  using folder = folderWith({ 'harbour.png': png });
  const words = ['picture', 'harbour.png', '--credit', 'Mira Dole', '--alt', 'Two ships', '--gateway', gateway.url];
  const { results } = await runDateline(words, { cwd: folder.path, env });
  expect(results).toContain('Mira Dole');
  expect(gateway.imageWords).toEqual([{ credit: 'Mira Dole', altText: 'Two ships' }]);
});

it('names what is no picture and what media refuses, and the others go in', async () => {
  await using gateway = await startGatewayDouble();
  using folder = folderWith({
    'notes.png': 'no picture',
    'empty.png': '',
    'large.png': Buffer.concat([png, Buffer.alloc(1_000)]),
    'good.png': png,
  });
  const words = ['picture', 'notes.png', 'empty.png', 'large.png', 'good.png', '--gateway', gateway.url];
  const { exitCode, results, faults } = await runDateline(words, { cwd: folder.path, env });
  expect(exitCode).toBe(1);
  expect(faults.split('\n')).toEqual([
    'notes.png: is no JPEG, PNG, WebP, AVIF or TIFF picture',
    'empty.png: is no JPEG, PNG, WebP, AVIF or TIFF picture',
    'large.png: At most 1000 bytes. (TOO_LARGE)',
  ]);
  expect(results).toContain('4 files: 3 failed, 1 stored');
});
