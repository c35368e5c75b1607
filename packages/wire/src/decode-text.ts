import { decodeCodePage437, looksLikeCodePage437 } from './code-page-437.ts';
import { charsetOfContentType, declaredCharset } from './declared-charset.ts';
import { guessCodePage } from './guess-code-page.ts';

export interface DecodeOptions {
  /** What the carrier said: a charset, or a whole Content-Type header. */
  readonly contentType?: string | undefined;
}

export interface DecodedText {
  readonly text: string;
  /** By the name of the WHATWG's Encoding standard, or 'cp437'. */
  readonly encoding: string;
  /** Why it was taken, for people. */
  readonly reason: string;
  /** How many characters could not be read and are U+FFFD. */
  readonly unreadable: number;
}

/**
 * Bytes as text. In this order: a byte order mark; UTF-16 without one, by where its zeros are; UTF-8, where the bytes are
 * valid: it wins over any label, for no other text is valid UTF-8 by chance; then what the carrier says, what the document
 * says, code page 437 for wires that look like it; at last windows-1252. Never throws, whatever the bytes and labels.
 */
export function decodeText(bytes: Uint8Array, options: DecodeOptions = {}): DecodedText {
  const byMark = markedEncoding(bytes);
  if (byMark) return decoded(bytes, byMark, 'its byte order mark');
  const byZeros = zeroPatternEncoding(bytes);
  if (byZeros) return decoded(bytes, byZeros, 'where its zero bytes stand');
  const utf8 = decodeStrictly(bytes, 'utf-8');
  // ISO-2022-JP and the like are 7-bit, and valid UTF-8 all the same: their escapes tell them.
  const labels = labelsOf(bytes, options);
  const escaping = labels.find(({ label }) => /^(iso-2022|hz-gb)/i.test(label));
  if (escaping && bytes.includes(0x1b) && supports(escaping.label)) return decoded(bytes, escaping.label, escaping.by);
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8', reason: 'it is valid UTF-8', unreadable: 0 };
  for (const { label, by } of labels) {
    if (isUtf(label) || !supports(label)) continue;
    if (isCodePage437(label)) return { text: decodeCodePage437(bytes), encoding: 'cp437', reason: by, unreadable: 0 };
    return decoded(bytes, label, by);
  }
  return guessed(bytes);
}

/** As much of a text without labels is counted to guess its encoding. */
const countedBytes = 262_144;

/** Text without any mark or label that is no valid UTF-8. */
function guessed(bytes: Uint8Array): DecodedText {
  const counted = bytes.subarray(0, countedBytes);
  const lossy = new TextDecoder('utf-8').decode(counted);
  // Faults in a text that is full of right sequences are faults, and no other encoding.
  if (unreadableIn(lossy) * 2 < multiByteCount(lossy)) return decoded(bytes, 'utf-8', 'it is UTF-8 with some faults');
  const codePage = guessCodePage(counted);
  if (codePage) return decoded(bytes, codePage, 'how often its letters stand');
  if (looksLikeCodePage437(counted))
    return {
      text: decodeCodePage437(bytes),
      encoding: 'cp437',
      reason: 'its letters are where code page 437 has them',
      unreadable: 0,
    };
  return decoded(bytes, 'windows-1252', 'nothing says otherwise');
}

function labelsOf(bytes: Uint8Array, { contentType }: DecodeOptions): { label: string; by: string }[] {
  const carried = charsetOfContentType(contentType);
  const declared = declaredCharset(bytes);
  return [...(carried ? [{ label: carried, by: 'what its carrier says' }] : []), ...(declared ? [declared] : [])];
}

function markedEncoding(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : undefined;
}

/** As much as is looked at for zeros: markup and line ends put them there in any language. */
const sampledBytes = 4_096;

/** UTF-16 without a mark: zeros stand in every second place for ASCII, and hardly ever in the others. */
function zeroPatternEncoding(bytes: Uint8Array): string | undefined {
  const sample = bytes.subarray(0, Math.min(bytes.length, sampledBytes) & ~1);
  let even = 0;
  let odd = 0;
  for (let at = 0; at < sample.length; at += 2) {
    if (sample[at] === 0) even++;
    if (sample[at + 1] === 0) odd++;
  }
  const pairs = sample.length / 2;
  if (pairs < 2 || Math.max(even, odd) < pairs / 8 || Math.min(even, odd) * 8 > Math.max(even, odd)) return undefined;
  return even > odd ? 'utf-16be' : 'utf-16le';
}

function decoded(bytes: Uint8Array, label: string, reason: string): DecodedText {
  const decoder = new TextDecoder(label);
  const text = decoder.decode(bytes);
  return { text, encoding: decoder.encoding, reason, unreadable: unreadableIn(text) };
}

function decodeStrictly(bytes: Uint8Array, label: string): string | undefined {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

function supports(label: string): boolean {
  if (isCodePage437(label)) return true;
  try {
    return new TextDecoder(label).encoding !== '';
  } catch (error) {
    if (error instanceof RangeError) return false;
    throw error;
  }
}

/** A document that says UTF-16 in ASCII letters is none; one that says UTF-8 was tried. */
function isUtf(label: string): boolean {
  return /^(unicode-1-1-)?utf-?(8|16)|^ucs-2|^unicode|^iso-10646/i.test(label);
}

function isCodePage437(label: string): boolean {
  return /^(cp|ibm|cs(pc8)?codepage)?-?437$/i.test(label);
}

function unreadableIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\ufffd'); at >= 0; at = text.indexOf('\ufffd', at + 1)) count++;
  return count;
}

function multiByteCount(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f && code !== 0xfffd) count++;
  }
  return count;
}
