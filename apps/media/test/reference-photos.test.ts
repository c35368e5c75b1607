import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectPicture } from '../src/ingest/inspect.ts';

const photos = join(import.meta.dirname, '../../../../shared/samples/photos');
const there = existsSync(photos);
if (!there) process.stdout.write('skipped: the reference photos are not here (../shared/samples beside the project)\n');

describe.skipIf(!there)("the IPTC's reference photos", () => {
  const inspect = async (name: string) => {
    const inspection = await inspectPicture(readFileSync(join(photos, name)));
    if (!inspection.ok) throw new Error(inspection.refusal);
    return inspection.picture;
  };

  // 'Termns' is how the photo of 2019 writes it; it names two creators, that of 2021 one.
  it.each([
    ['2019.1', ['Creator1 (ref2019.1)', 'Creator2 (ref2019.1)'], 'Rights Usage Termns (ref2019.1)'],
    ['2021.1', ['Creator1 (ref2021.1)'], 'Rights Usage Terms (ref2021.1)'],
  ])('of %s give every field that we read, from XMP', async (version, creators, usageTerms) => {
    const { words, origins } = await inspect(`iptc-reference-${version}.jpg`);
    expect(words).toMatchObject({
      caption: `The description aka caption (ref${version})`,
      credit: `Credit Line (ref${version})`,
      creator: creators.join(', '),
      source: `Source (ref${version})`,
      copyrightNotice: `Copyright (Notice) ${version} IPTC - www.iptc.org  (ref${version})`,
      usageTerms,
      location: `City (Core) (ref${version}), Country (Core) (ref${version})`,
      keywords: [`Keyword1ref${version}`, `Keyword2ref${version}`, `Keyword3ref${version}`],
    });
    expect(words.capturedAt).toBeInstanceOf(Date);
    expect(new Set(Object.values(origins))).toEqual(new Set(['XMP']));
  });

  it('of 2021.1 has its alt text', async () => {
    const { words } = await inspect('iptc-reference-2021.1.jpg');
    expect(words.altText).toBe('This is the Alt Text description to support accessibility in 2021.1');
  });
});
