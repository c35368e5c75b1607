import { type KeyObject, sign } from 'node:crypto';

export interface SelfSignedOptions {
  readonly host: string;
  readonly from: Date;
  readonly to: Date;
  /** Of an elliptic curve. */
  readonly publicKey: KeyObject;
  readonly privateKey: KeyObject;
}

/** A certificate of X.509 (RFC 5280, section 4.1) that a host has given itself, as PEM. Node can read these, not make them. */
export function selfSigned({ host, from, to, publicKey, privateKey }: SelfSignedOptions): string {
  const name = sequence(set(sequence(objectId(commonName), node(0x0c, Buffer.from(host)))));
  const algorithm = sequence(objectId(ecdsaWithSha256));
  const serial = node(0x02, Buffer.from([1]));
  const validity = sequence(utcTime(from), utcTime(to));
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const unsigned = sequence(serial, algorithm, name, validity, name, key);
  const signature = sign('sha256', unsigned, privateKey);
  const certificate = sequence(unsigned, algorithm, node(0x03, Buffer.concat([Buffer.from([0]), signature])));
  const lines = certificate.toString('base64').match(/.{1,64}/g) ?? [];
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`;
}

/** 2.5.4.3 */
const commonName = [0x55, 0x04, 0x03];
/** 1.2.840.10045.4.3.2 */
const ecdsaWithSha256 = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04, 0x03, 0x02];

const objectId = (bytes: readonly number[]) => node(0x06, Buffer.from(bytes));
const sequence = (...parts: readonly Buffer[]) => node(0x30, Buffer.concat(parts));
const set = (part: Buffer) => node(0x31, part);
/** Seconds of a year from 1950 to 2049: YYMMDDhhmmssZ. */
const utcTime = (at: Date) => node(0x17, Buffer.from(`${at.toISOString().replace(/[-:T]/g, '').slice(2, 14)}Z`));

/** Tag, length and value: DER, ITU-T X.690. */
function node(tag: number, value: Buffer): Buffer {
  const { byteLength: length } = value;
  if (length < 0x80) return Buffer.concat([Buffer.from([tag, length]), value]);
  const bytes = length < 0x1_00 ? [0x81, length] : [0x82, length >> 8, length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...bytes]), value]);
}
