import { mkdtempDisposableSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { type ZipFileEntry, zipFile } from '../../test/zip-file.ts';
import type { WireInput } from './wire-input.ts';
import { openZipArchive, zipLimits } from './zip-archive.ts';

function archiveWith(entries: readonly ZipFileEntry[] | Buffer) {
  const folder = mkdtempDisposableSync(join(tmpdir(), 'dateline-zip-'));
  const path = join(folder.path, 'wires.zip');
  writeFileSync(path, Buffer.isBuffer(entries) ? entries : zipFile(entries));
  return { path, [Symbol.dispose]: () => folder[Symbol.dispose]() };
}

async function textOf(input: WireInput | undefined) {
  let text = '';
  for await (const chunk of input?.bytes() ?? []) text += Buffer.from(chunk).toString();
  return text;
}

it('gives the files of an archive in the order of their names, without hidden, unfinished and pictures', async () => {
  using file = archiveWith([
    { name: 'b.xml', content: 'two' },
    { name: 'a/a.xml', content: 'one' },
    { name: 'a/', content: '' },
    { name: '__MACOSX/a.xml', content: 'no' },
    { name: '.git/config', content: 'no' },
    { name: 'c.xml.part', content: 'no' },
    { name: 'a/photo.jpg', content: 'no' },
  ]);
  using archive = await openZipArchive(file.path, 'wires.zip');
  expect(archive.inputs.map(({ name }) => name)).toEqual(['wires.zip!/a/a.xml', 'wires.zip!/b.xml']);
  expect(await Promise.all(archive.inputs.map(textOf))).toEqual(['one', 'two']);
});

it('gives a picture that lies beside an item or below, and none from elsewhere', async () => {
  using file = archiveWith([
    { name: 'a/item.xml', content: 'x' },
    { name: 'a/img/p.jpg', content: 'picture' },
    { name: 'secret.jpg', content: 'no' },
  ]);
  using archive = await openZipArchive(file.path, 'wires.zip');
  const [item] = archive.inputs;
  expect(Buffer.from((await item?.beside('img/p.jpg')) ?? '').toString()).toBe('picture');
  expect(await item?.beside('nowhere.jpg')).toBeUndefined();
});

it('refuses a text that unpacks to more than texts do, before it is unpacked', async () => {
  using file = archiveWith([{ name: 'bomb.xml', content: Buffer.alloc(5_000_000) }]);
  using archive = await openZipArchive(file.path, 'wires.zip');
  await expect(textOf(archive.inputs[0])).rejects.toThrow('more than 200 times its size');
});

it('holds an entry to the size that the archive claims', async () => {
  using file = archiveWith([{ name: 'liar.xml', content: Buffer.alloc(100_000, 'x'), claimedBytes: 10 }]);
  using archive = await openZipArchive(file.path, 'wires.zip');
  await expect(textOf(archive.inputs[0])).rejects.toThrow('is no archive that can be read');
});

it('takes what is just within the limits and refuses what is just over', async () => {
  using file = archiveWith([
    { name: 'a.xml', content: 'x'.repeat(100) },
    { name: 'b.xml', content: 'x'.repeat(100) },
  ]);
  const limits = { ...zipLimits, maxEntries: 2, maxEntryBytes: 100, maxTotalBytes: 200 };
  const read = async (more: Partial<typeof limits>) => {
    using archive = await openZipArchive(file.path, 'wires.zip', { ...limits, ...more });
    for (const input of archive.inputs) await textOf(input);
  };
  await read({});
  await expect(read({ maxEntries: 1 })).rejects.toThrow('holds more than 1 files');
  await expect(read({ maxEntryBytes: 99 })).rejects.toThrow('more than 99 bytes');
  await expect(read({ maxTotalBytes: 199 })).rejects.toThrow('more than 199 bytes');
});

it.each([
  ['no archive', Buffer.from('not a zip at all, but long enough to be looked at')],
  ['a path that leads out', zipFile([{ name: '../../etc/passwd', content: 'x' }])],
  ['an absolute path', zipFile([{ name: '/etc/passwd', content: 'x' }])],
  ['a cut one', zipFile([{ name: 'a.xml', content: 'x' }]).subarray(0, 40)],
])('refuses %s with a reason', async (_name, bytes) => {
  using file = archiveWith(bytes);
  await expect(openZipArchive(file.path, 'wires.zip')).rejects.toThrow('is no archive that can be read');
});
