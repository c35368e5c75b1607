import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Viewer } from './viewer.ts';
import { createViewerVerifier, signatureHeader, signViewer, viewerHeader } from './viewer-signature.ts';

const secret = 'a-secret-of-at-least-32-characters!';
const now = new Date('2026-01-01T00:00:00Z');
const viewer: Viewer = { id: '1', displayName: 'נועה', roles: ['READER'] };
const body = '{"query":"{ __typename }"}';

const signed = (overrides: Partial<Parameters<typeof signViewer>[1]> = {}) =>
  signViewer(viewer, { subgraph: 'articles', secret, body, now, ...overrides });
const verifier = () => createViewerVerifier('articles', secret);

describe('the signed viewer', () => {
  it('arrives as it was sent, nobody included', () => {
    expect(verifier()(signed(), body, now)).toEqual({ ok: true, viewer });
    expect(verifier()(signViewer(null, { subgraph: 'articles', secret, body, now }), body, now)).toEqual({
      ok: true,
      viewer: null,
    });
  });

  it('is refused without its headers', () => {
    expect(verifier()({}, body, now)).toEqual({ ok: false, reason: 'MISSING' });
  });

  it('is refused with another body, viewer, secret or subgraph', () => {
    const otherViewer = Buffer.from(JSON.stringify({ ...viewer, roles: ['EDITOR'] })).toString('base64url');
    expect(verifier()(signed(), `${body} `, now)).toEqual({ ok: false, reason: 'FORGED' });
    expect(verifier()({ ...signed(), [viewerHeader]: otherViewer }, body, now)).toEqual({
      ok: false,
      reason: 'FORGED',
    });
    expect(verifier()(signed({ secret: 'another-secret-of-32-characters!!!' }), body, now)).toEqual({
      ok: false,
      reason: 'FORGED',
    });
    expect(verifier()(signed({ subgraph: 'media' }), body, now)).toEqual({ ok: false, reason: 'FORGED' });
  });

  it.each([
    [30, true],
    [31, false],
    [-30, true],
    [-31, false],
  ])('signed %i seconds before its arrival is taken: %s', (seconds, taken) => {
    const arrival = new Date(now.getTime() + seconds * 1000);
    expect(verifier()(signed(), body, arrival).ok).toBe(taken);
  });

  it('is taken once: a request that was overheard cannot be sent again', () => {
    const verify = verifier();
    const headers = signed();
    expect(verify(headers, body, now).ok).toBe(true);
    expect(verify(headers, body, now)).toEqual({ ok: false, reason: 'REPLAYED' });
  });

  it('is refused, and never throws, whatever its headers hold', () => {
    const verify = verifier();
    fc.assert(
      fc.property(fc.string(), fc.string(), (encoded, signature) => {
        expect(verify({ [viewerHeader]: encoded, [signatureHeader]: signature }, body, now).ok).toBe(false);
      }),
    );
  });
});
