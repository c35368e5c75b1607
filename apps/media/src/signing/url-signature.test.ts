import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createUrlSigner } from './url-signature.ts';

const signer = createUrlSigner('a secret that is long enough to be one');
const parts = fc.array(fc.string(), { minLength: 1, maxLength: 4 });

describe('a signature', () => {
  it('holds for its own parts and purpose, and for no others', () => {
    fc.assert(
      fc.property(parts, parts, (given, other) => {
        const signature = signer.sign('rendition', given);
        expect(signer.verify('rendition', given, signature)).toBe(true);
        expect(signer.verify('upload', given, signature)).toBe(false);
        const same = JSON.stringify(given) === JSON.stringify(other);
        expect(signer.verify('rendition', other, signature)).toBe(same);
      }),
    );
  });

  it('does not hold once a letter of it is another', () => {
    const signature = signer.sign('rendition', ['/images/x']);
    for (let at = 0; at < signature.length; at += 1) {
      for (const letter of ['A', 'B', '_']) {
        const changed = signature.slice(0, at) + letter + signature.slice(at + 1);
        if (changed !== signature) expect(signer.verify('rendition', ['/images/x'], changed)).toBe(false);
      }
    }
  });

  it('of another secret does not hold, and what is no signature neither', () => {
    const other = createUrlSigner('another secret that is long enough');
    expect(other.verify('rendition', ['x'], signer.sign('rendition', ['x']))).toBe(false);
    for (const given of [undefined, '', 'x', [signer.sign('rendition', ['x'])], '='.repeat(43)]) {
      expect(signer.verify('rendition', ['x'], given)).toBe(false);
    }
  });
});
