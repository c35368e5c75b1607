import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from 'jose';

export const issuer = 'https://id.example';
export const audience = 'news';

/** An issuer's key set over real HTTP, which a test may change, count, and take away. */
export async function startKeySet() {
  const keys: JWK[] = [];
  let fetches = 0;
  let isDown = false;
  const server = createServer((_request, response) => {
    fetches++;
    if (isDown) response.writeHead(500).end();
    else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys }));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/jwks`,
    fetches: () => fetches,
    goDown(down: boolean) {
      isDown = down;
    },
    /** Adds a key, and returns what signs with it. */
    async addKey(kid: string, alg = 'RS256') {
      const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
      const publicJwk = { ...(await exportJWK(publicKey)), kid, alg };
      keys.push(publicJwk);
      return {
        publicKey,
        publicJwk,
        privateKey,
        sign: (claims: JWTPayload = {}, header: Partial<JWTHeaderParameters> = {}) =>
          new SignJWT({ ...goodClaims(), ...claims }).setProtectedHeader({ alg, kid, ...header }).sign(privateKey),
      };
    },
    close: () => server.close(),
  };
}

export function goodClaims(): JWTPayload {
  const nowSeconds = Math.floor(Date.now() / 1_000);
  return { sub: 'r1', name: 'Noa', iss: issuer, aud: audience, exp: nowSeconds + 600 };
}
