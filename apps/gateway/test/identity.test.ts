import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createDevIssuer, ensureDevIssuerKey } from '@dateline/service-kit/dev-issuer';
import { exportJWK, generateKeyPair, importJWK, type JWTPayload, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, startWholeHouse } from './test-gateway.ts';

const keyFile = join(mkdtempSync(join(tmpdir(), 'dateline-issuer-')), 'key.json');
const whoAmI = '{ viewer { id displayName } }';
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('with the development issuer', () => {
  let house: Awaited<ReturnType<typeof startWholeHouse>>;
  beforeAll(async () => {
    await ensureDevIssuerKey(keyFile);
    house = await startWholeHouse({ env: { DEV_ISSUER_KEY_FILE: keyFile } });
  });
  afterAll(() => house.close());

  /** A token of the issuer's own key, with what a test wants wrong. */
  async function token(claims: JWTPayload, header: Record<string, unknown> = {}): Promise<string> {
    const key = await importJWK(JSON.parse(readFileSync(keyFile, 'utf8')), 'EdDSA');
    const seconds = Math.floor(Date.now() / 1000);
    const good = { sub: 'r1', name: 'Noa', iss: 'dateline-development', aud: 'dateline', exp: seconds + 60 };
    return new SignJWT({ ...good, ...claims }).setProtectedHeader({ alg: 'EdDSA', ...header }).sign(key);
  }
  const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

  it('knows who asks, and tells every subgraph so under its signature', async () => {
    const issuer = createDevIssuer({ keyFile, nodeEnv: 'test' });
    const signed = await issuer.issue({ subject: 'e1', name: 'Ruth', roles: ['EDITOR'], ttlSeconds: 60 });
    const viewer = await house.gateway.ask(whoAmI, {}, bearer(signed));
    expect(viewer.data).toEqual({ viewer: { id: 'e1', displayName: 'Ruth' } });
    expect(viewer.headers.get('cache-control')).toBe('private, no-store');
    const publish = 'mutation { publishArticle(id: "a1") { article { id } } }';
    const published = await house.gateway.ask(publish, {}, bearer(signed));
    expect(published.data).toEqual({ publishArticle: { article: { id: 'a1' } } });
    const reader = await house.gateway.ask(publish, {}, bearer(await token({ roles: ['READER', 'NO_SUCH_ROLE'] })));
    expect(reader.errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }]);
  });

  it('answers a reader without a token as one who has not signed in', async () => {
    expect(await house.gateway.ask(whoAmI)).toMatchObject({ status: 200, data: { viewer: null } });
  });

  it('takes a body of 1 000 000 bytes from editors and not one more, and 100 000 from everybody else', async () => {
    const body = JSON.stringify({ query: whoAmI });
    const status = async (bytes: number, headers: Record<string, string> = {}) =>
      (await house.gateway.post(body.padEnd(bytes), headers)).status;
    const editor = bearer(await token({ roles: ['EDITOR'] }));
    expect(await status(1_000_000, editor)).toBe(200);
    expect(await status(1_000_001, editor)).toBe(413);
    for (const headers of [{}, bearer(await token({ roles: ['READER', 'MODERATOR'] }))]) {
      expect(await status(100_000, headers)).toBe(200);
      expect(await status(100_001, headers)).toBe(413);
    }
  });

  it('allows the clocks 30 seconds and no more', async () => {
    const justOver = await house.gateway.ask(whoAmI, {}, bearer(await token({ exp: inSeconds(-20) })));
    expect(justOver.status).toBe(200);
    const tooOld = await house.gateway.ask(whoAmI, {}, bearer(await token({ exp: inSeconds(-40) })));
    expect(tooOld.status).toBe(401);
  });

  const unsigned = (header: object, payload: object) =>
    `${Buffer.from(JSON.stringify(header)).toString('base64url')}.${Buffer.from(JSON.stringify(payload)).toString('base64url')}.`;
  const claims = { sub: 'e1', name: 'Ruth', iss: 'dateline-development', aud: 'dateline', exp: inSeconds(600) };

  it.each<[string, () => Promise<string> | string]>([
    ['expired', () => token({ exp: inSeconds(-3_600) })],
    ['not yet valid', () => token({ nbf: inSeconds(3_600) })],
    ['of another issuer', () => token({ iss: 'elsewhere' })],
    ['for another audience', () => token({ aud: 'elsewhere' })],
    ['without an end', () => token({ exp: undefined as never })],
    ['without a subject', () => token({ sub: undefined as never })],
    ['without a name', () => token({ name: undefined })],
    ['unsigned', () => unsigned({ alg: 'none' }, claims)],
    [
      'signed by the public key as if it were a secret',
      async () => {
        const { x } = JSON.parse(readFileSync(keyFile, 'utf8'));
        return new SignJWT(claims).setProtectedHeader({ alg: 'HS256' }).sign(Buffer.from(x, 'base64url'));
      },
    ],
    [
      'signed by another key',
      async () => {
        const { privateKey } = await generateKeyPair('EdDSA', { crv: 'Ed25519' });
        return new SignJWT(claims).setProtectedHeader({ alg: 'EdDSA' }).sign(privateKey);
      },
    ],
    ['with a critical header that nobody knows', () => token({}, { crit: ['x'], x: 1 }).catch(() => 'a.b.c')],
    ['no token at all', () => 'not-a-token'],
    ['empty', () => ''],
  ])('refuses a token that is %s with 401', async (_name, make) => {
    const answer = await house.gateway.ask(whoAmI, {}, bearer(await make()));
    expect(answer.status).toBe(401);
    expect(answer.errors).toEqual([{ message: 'The token is not valid.', extensions: { code: 'UNAUTHENTICATED' } }]);
    expect(answer.headers.get('www-authenticate')).toBe('Bearer error="invalid_token"');
    expect(answer.headers.get('cache-control')).toBe('private, no-store');
  });

  it('refuses other ways to sign in', async () => {
    expect((await house.gateway.ask(whoAmI, {}, { authorization: 'Basic YTpi' })).status).toBe(401);
  });

  it('writes no token into the log', async () => {
    const signed = await token({});
    await house.gateway.ask(whoAmI, {}, bearer(signed));
    await house.gateway.ask(whoAmI, {}, bearer(`${signed}x`));
    expect(JSON.stringify(house.gateway.log)).not.toContain(signed.slice(0, 40));
  });
});

describe('with a key set of the newsroom', () => {
  it('verifies by it, and fetches it at most once a minute however many unknown keys are named', async () => {
    const { publicKey, privateKey } = await generateKeyPair('ES256');
    const jwk = { ...(await exportJWK(publicKey)), kid: 'k1', alg: 'ES256' };
    let fetches = 0;
    const keys = createServer((_request, response) => {
      fetches++;
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: [jwk] }));
    });
    keys.listen(0, '127.0.0.1');
    await once(keys, 'listening');
    const gateway = await startTestGateway({
      env: {
        JWKS_URL: `http://127.0.0.1:${(keys.address() as AddressInfo).port}/jwks`,
        JWT_ISSUER: 'https://id.example',
        JWT_AUDIENCE: 'news',
        JWT_ALGORITHMS: 'ES256',
      },
    });
    const sign = (kid: string) =>
      new SignJWT({ name: 'Ruth' })
        .setProtectedHeader({ alg: 'ES256', kid, jku: 'http://127.0.0.1:1/evil' })
        .setSubject('e1')
        .setIssuer('https://id.example')
        .setAudience('news')
        .setExpirationTime('1m')
        .sign(privateKey);
    const status = async (kid: string) => (await gateway.ask('{ __typename }', {}, bearer(await sign(kid)))).status;
    expect(await status('k1')).toBe(200);
    for (const kid of ['../../x', 'k2', 'k3', 'k4']) expect(await status(kid)).toBe(401);
    expect(fetches).toBe(1);
    await gateway.close();
    keys.close();
  });

  it('says that it is not ready, rather than that the token is wrong, while the key set is away', async () => {
    const gateway = await startTestGateway({
      env: { JWKS_URL: 'http://127.0.0.1:1/jwks', JWT_ISSUER: 'i', JWT_AUDIENCE: 'a' },
    });
    const { privateKey } = await generateKeyPair('ES256');
    const signed = await new SignJWT({}).setProtectedHeader({ alg: 'ES256' }).sign(privateKey);
    expect(await gateway.ask('{ __typename }', {}, bearer(signed))).toMatchObject({
      status: 503,
      errors: [{ extensions: { code: 'NOT_READY' } }],
    });
    expect((await gateway.ask('{ __typename }')).status).toBe(200);
    await gateway.close();
  });
});
