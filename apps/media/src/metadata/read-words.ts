import type { Metadata } from 'sharp';
import { wordsOfExif } from './exif.ts';
import { wordsOfIim } from './iim.ts';
import { chooseWords } from './policy.ts';
import { wordsOfXmp } from './xmp.ts';

/** What a file says about its picture, from the blocks that the decoder found in it, by the house's order of trust. */
export async function readWords({ xmp, iptc, exif }: Pick<Metadata, 'xmp' | 'iptc' | 'exif'>) {
  return chooseWords({ XMP: wordsOfXmp(xmp), IIM: wordsOfIim(iptc), EXIF: await wordsOfExif(exif) });
}
