import { capturedAt } from './captured-at.ts';
import type { PictureWords } from './policy.ts';
import { cleanKeywords, cleanList, cleanText, givenOnly } from './words.ts';

/** Dataset numbers of record 2 (IIM 4.2, section 6). */
const number = {
  keywords: 25,
  dateCreated: 55,
  timeCreated: 60,
  byline: 80,
  city: 90,
  country: 101,
  credit: 110,
  source: 115,
  copyrightNotice: 116,
  caption: 120,
} as const;

/** The words of a picture's IIM, from a JPEG's APP13 payload or from bare IIM. Never throws: what is broken is passed over. */
export function wordsOfIim(block: Buffer | undefined): Partial<PictureWords> {
  if (!block) return {};
  const datasets = readDatasets(iimOfPhotoshop(block) ?? block);
  const decode = decoderFor(datasets);
  const all = (dataset: number) =>
    datasets
      .filter((candidate) => candidate.record === 2 && candidate.number === dataset)
      .map(({ value }) => decode(value));
  const first = (dataset: number) => cleanText(all(dataset)[0]);
  const date = first(number.dateCreated);
  const time = first(number.timeCreated);
  return givenOnly<PictureWords>({
    caption: first(number.caption),
    altText: undefined,
    credit: first(number.credit),
    creator: cleanList(all(number.byline)),
    source: first(number.source),
    copyrightNotice: first(number.copyrightNotice),
    usageTerms: undefined,
    capturedAt: capturedAt(date && time ? `${date}T${time}` : date),
    location: cleanList([first(number.city) ?? '', first(number.country) ?? '']),
    keywords: cleanKeywords(all(number.keywords)),
  });
}

interface Dataset {
  readonly record: number;
  readonly number: number;
  readonly value: Buffer;
}

/** IIM 4.2, section 1.5: marker 1C, record, number, length, value. Extended lengths (over 32 kB) end the reading. */
function readDatasets(iim: Buffer): Dataset[] {
  const datasets: Dataset[] = [];
  let at = 0;
  while (at + 5 <= iim.length && iim[at] === 0x1c) {
    const length = iim.readUInt16BE(at + 3);
    if (length > 0x7fff || at + 5 + length > iim.length) break;
    datasets.push({
      record: iim.readUInt8(at + 1),
      number: iim.readUInt8(at + 2),
      value: iim.subarray(at + 5, at + 5 + length),
    });
    at += 5 + length;
  }
  return datasets;
}

/**
 * Dataset 1:90 `ESC % G` says UTF-8. Many wires leave it out, so that text which is valid UTF-8 is read as such anyway;
 * what is not is Latin-1, as IIM's own default is read by everybody.
 */
function decoderFor(datasets: readonly Dataset[]): (value: Buffer) => string {
  const announced = datasets.find(({ record, number }) => record === 1 && number === 90)?.value;
  const saysUtf8 = announced?.equals(Buffer.from([0x1b, 0x25, 0x47])) ?? false;
  const strict = new TextDecoder('utf-8', { fatal: true });
  return (value) => {
    try {
      return strict.decode(value);
    } catch {
      return saysUtf8 ? value.toString('utf8') : new TextDecoder('windows-1252').decode(value);
    }
  };
}

/** The IIM inside Photoshop image resources: '8BIM', a 16-bit id (0x0404), a padded name, a 32-bit size, the data. */
function iimOfPhotoshop(payload: Buffer): Buffer | undefined {
  let at = payload.indexOf('8BIM', 0, 'latin1');
  while (at >= 0 && at + 12 <= payload.length && payload.toString('latin1', at, at + 4) === '8BIM') {
    const id = payload.readUInt16BE(at + 4);
    const nameLength = payload.readUInt8(at + 6);
    const sizeAt = at + 6 + evenUp(nameLength + 1);
    if (sizeAt + 4 > payload.length) return undefined;
    const size = payload.readUInt32BE(sizeAt);
    const dataAt = sizeAt + 4;
    if (id === 0x0404) return payload.subarray(dataAt, dataAt + size);
    at = dataAt + evenUp(size);
  }
  return undefined;
}

function evenUp(length: number): number {
  return length + (length % 2);
}
