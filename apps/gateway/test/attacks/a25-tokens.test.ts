import { exportSPKI, generateKeyPair, SignJWT } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Authenticate, createAuthenticate } from '../../src/identity/authenticate.ts';
import { type IdentitySettings, loadTokenRules } from '../../src/identity/token-rules.ts';
import { figure } from '../figures.ts';
import { startTestGateway, type TestGateway } from '../test-gateway.ts';
import { audience, goodClaims, issuer, startKeySet } from './key-set.ts';

type KeySet = Awaited<ReturnType<typeof startKeySet>>;
type Key = Awaited<ReturnType<KeySet['addKey']>>;

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const inSeconds = (seconds: number) => Math.floor(Date.now() / 1_000) + seconds;
const base64 = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');

describe('A25: a forged token', () => {
  let keys: KeySet;
  let key: Key;
  let gateway: TestGateway;
  let tried = 0;
  let refused = 0;

  beforeAll(async () => {
    keys = await startKeySet();
    key = await keys.addKey('k1');
    gateway = await startTestGateway({
      env: { JWKS_URL: keys.url, JWT_ISSUER: issuer, JWT_AUDIENCE: audience, JWT_ALGORITHMS: 'RS256' },
    });
  });
  afterAll(async () => {
    await gateway.close();
    keys.close();
    figure('A25', `of ${tried} forged tokens taken`, { seen: tried - refused, atMost: 0 });
    figure('A25', 'fetches of the key set for them', { seen: keys.fetches(), atMost: 1 });
  });

  const forged: readonly [string, () => Promise<string> | string][] = [
    ['that is not signed (alg none)', () => `${base64({ alg: 'none' })}.${base64(goodClaims())}.`],
    ['that is not signed (alg None)', () => `${base64({ alg: 'None', kid: 'k1' })}.${base64(goodClaims())}.`],
    [
      'signed with the public key as a secret (PEM)',
      async () =>
        new SignJWT(goodClaims())
          .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
          .sign(Buffer.from(await exportSPKI(key.publicKey))),
    ],
    [
      'signed with the public key as a secret (JWK)',
      () =>
        new SignJWT(goodClaims())
          .setProtectedHeader({ alg: 'HS256', kid: 'k1' })
          .sign(Buffer.from(JSON.stringify(key.publicJwk))),
    ],
    ['with a path as its kid', () => signedByOther({ kid: '../../../dev/null' })],
    ['with SQL as its kid', () => signedByOther({ kid: "k1' OR '1'='1" })],
    ['with a key set of its own (jku)', () => signedByOther({ kid: 'k1', jku: 'http://127.0.0.1:1/jwks' })],
    ['with a key of its own (jwk)', async () => signedByOther({ kid: 'k1', jwk: key.publicJwk })],
    ['with certificates of its own (x5u)', () => signedByOther({ kid: 'k1', x5u: 'http://127.0.0.1:1/cert' })],
    ['signed in a way that was not allowed (PS256)', () => signAs('PS256')],
    ['that has expired', () => key.sign({ exp: inSeconds(-3_600) })],
    ['that begins in an hour', () => key.sign({ nbf: inSeconds(3_600) })],
    ['for another audience', () => key.sign({ aud: 'elsewhere' })],
    ['of another issuer', () => key.sign({ iss: 'https://id.example.evil' })],
    ['without an end', () => key.sign({ exp: undefined as never })],
    ['with an end that is no number', () => key.sign({ exp: 'never' as never })],
    ['without a subject', () => key.sign({ sub: undefined as never })],
    ['whose roles are no list', () => key.sign({ roles: 'EDITOR' })],
    ['whose scopes are no texts', () => key.sign({ scopes: [{ all: true }] })],
    [
      'with more scopes than anybody has',
      () => key.sign({ scope: Array.from({ length: 201 }, (_, n) => `s${n}`).join(' ') }),
    ],
    ['whose claims were changed', async () => changed(await key.sign(), { roles: ['EDITOR'] })],
    ['with 9 KB', () => key.sign({ pad: 'x'.repeat(6_800) })],
    ['of a critical extension that nobody knows', async () => changedHeader(await key.sign(), { crit: ['x'], x: 1 })],
  ];

  async function signedByOther(header: object): Promise<string> {
    const { privateKey } = await generateKeyPair('RS256');
    return new SignJWT(goodClaims()).setProtectedHeader({ alg: 'RS256', ...header }).sign(privateKey);
  }

  async function signAs(alg: string): Promise<string> {
    const { privateKey } = await generateKeyPair(alg);
    return new SignJWT(goodClaims()).setProtectedHeader({ alg, kid: 'k1' }).sign(privateKey);
  }

  function changed(token: string, claims: object): string {
    const [head, , signature] = token.split('.');
    return `${head}.${base64({ ...goodClaims(), ...claims })}.${signature}`;
  }

  function changedHeader(token: string, header: object): string {
    const [, payload, signature] = token.split('.');
    return `${base64({ alg: 'RS256', kid: 'k1', ...header })}.${payload}.${signature}`;
  }

  it.each(forged)('%s is refused with 401, and told no more than any other', async (_name, make) => {
    tried++;
    const answer = await gateway.ask('{ __typename }', {}, bearer(await make()));
    expect(answer.status).toBe(401);
    expect(answer.errors).toEqual([{ message: 'The token is not valid.', extensions: { code: 'UNAUTHENTICATED' } }]);
    refused++;
  });

  it('with 100 KB is refused before it is read', async () => {
    tried++;
    const answer = await fetch(`${gateway.origin}/graphql?query={__typename}`, {
      headers: bearer('x'.repeat(100_000)),
    });
    expect(answer.status).toBe(431);
    refused++;
  });

  it('beside them a good one is taken', async () => {
    const longest = await key.sign({ pad: 'x'.repeat(5_000), scope: 'a b', roles: ['EDITOR'] });
    expect(await gateway.ask('{ __typename }', {}, bearer(longest))).toMatchObject({ status: 200 });
  });
});

describe('A25: the clock', () => {
  let keys: KeySet;
  let key: Key;
  let authenticate: Authenticate;
  const now = new Date('2030-01-01T00:00:00Z');
  const at = (seconds: number) => now.getTime() / 1_000 + seconds;

  beforeAll(async () => {
    keys = await startKeySet();
    key = await keys.addKey('k1');
    authenticate = createAuthenticate(await loadTokenRules(settingsFor(keys.url)));
  });
  afterAll(() => keys.close());
  afterEach(() => vi.useRealTimers());

  it.each([
    ['ended 29 s ago', { exp: -29 }, true],
    ['ended 30 s ago', { exp: -30 }, false],
    ['begins in 30 s', { nbf: 30, exp: 600 }, true],
    ['begins in 31 s', { nbf: 31, exp: 600 }, false],
  ])('gives a token 30 s: one that %s', async (_name, { exp, nbf = -600 }: { exp: number; nbf?: number }, isTaken) => {
    vi.useFakeTimers({ toFake: ['Date'], now });
    const token = await key.sign({ exp: at(exp), nbf: at(nbf) });
    const asked = authenticate(`Bearer ${token}`);
    if (isTaken) expect(await asked).toMatchObject({ id: 'r1', expiresAtMs: (at(exp) + 30) * 1_000 });
    else await expect(asked).rejects.toMatchObject({ statusCode: 401 });
  });
});

describe('A25: a new key of the issuer', () => {
  afterEach(() => vi.useRealTimers());

  it('is fetched when a token names it, and unknown ones make the key set be fetched once a minute at most', async () => {
    const start = new Date('2030-01-01T00:00:00Z');
    vi.useFakeTimers({ toFake: ['Date'], now: start });
    const keys = await startKeySet();
    const first = await keys.addKey('k1');
    const authenticate = createAuthenticate(await loadTokenRules(settingsFor(keys.url)));
    const status = async (token: string) =>
      authenticate(`Bearer ${token}`).then(
        () => 200,
        (error: { readonly statusCode: number }) => error.statusCode,
      );
    expect(await status(await first.sign())).toBe(200);
    expect(keys.fetches()).toBe(1);

    const second = await keys.addKey('k2');
    vi.setSystemTime(start.getTime() + 59_000);
    for (let count = 0; count < 20; count++)
      expect(await status(await second.sign({}, { kid: `x${count}` }))).toBe(401);
    expect(keys.fetches()).toBe(1);

    vi.setSystemTime(start.getTime() + 61_000);
    expect(await status(await second.sign())).toBe(200);
    expect(keys.fetches()).toBe(2);
    for (let count = 0; count < 20; count++)
      expect(await status(await second.sign({}, { kid: `y${count}` }))).toBe(401);
    expect(keys.fetches()).toBe(2);

    // The issuer is away: what is known goes on, what is not is not the token's fault.
    keys.goDown(true);
    vi.setSystemTime(start.getTime() + 130_000);
    expect(await status(await first.sign())).toBe(200);
    for (let count = 0; count < 20; count++)
      expect(await status(await second.sign({}, { kid: `z${count}` }))).toBe(503);
    figure('A25', 'fetches of the key set in 130 s, for 60 unknown keys', { seen: keys.fetches(), atMost: 3 });

    // It stays away: known keys are good for an hour more, and then nobody can say.
    vi.setSystemTime(start.getTime() + 61_000 + 4_199_000);
    expect(await status(await first.sign())).toBe(200);
    vi.setSystemTime(start.getTime() + 61_000 + 4_300_000 + 600_000);
    expect(await status(await first.sign())).toBe(503);
    keys.goDown(false);
    vi.setSystemTime(start.getTime() + 61_000 + 4_905_100);
    expect(await status(await first.sign())).toBe(200);
    keys.close();
  });
});

function settingsFor(jwksUrl: string): IdentitySettings {
  return {
    nodeEnv: 'test',
    jwksUrl,
    devIssuerKeyFile: undefined,
    issuer,
    audience,
    algorithms: ['RS256'],
    needsName: true,
    policies: {},
    policiesClaim: null,
  };
}
