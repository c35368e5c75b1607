import { codedSettings, documentedSettings } from '@dateline/testing/documented-settings';
import { describe, expect, it } from 'vitest';
import { readEnv, settings } from './env.ts';

const secret = { VIEWER_SIGNING_SECRET: 'a-secret-of-the-tests-that-is-long-enough' };
const production = { ...secret, NODE_ENV: 'production' };

describe('the environment', () => {
  it('has a default for everything but the secret', () => {
    expect(readEnv(secret)).toMatchObject({
      GATEWAY_PORT: 4000,
      HOST: '127.0.0.1',
      PLAYGROUND: true,
      INTROSPECTION: true,
    });
    expect(() => readEnv({})).toThrow(/VIEWER_SIGNING_SECRET: is missing/);
  });

  it('turns the playground and introspection off in production, unless it is told otherwise', () => {
    expect(readEnv(production)).toMatchObject({ PLAYGROUND: false, INTROSPECTION: false });
    expect(readEnv({ ...production, PLAYGROUND: 'on' })).toMatchObject({ PLAYGROUND: true, INTROSPECTION: false });
    expect(readEnv({ ...secret, PLAYGROUND: 'off' })).toMatchObject({ PLAYGROUND: false, INTROSPECTION: true });
  });

  it('refuses the development issuer in production, and beside another issuer', () => {
    expect(() => readEnv({ ...production, DEV_ISSUER_KEY_FILE: 'k.json' })).toThrow(/DEV_ISSUER_KEY_FILE: is refused/);
    const both = { ...secret, DEV_ISSUER_KEY_FILE: 'k.json', JWKS_URL: 'https://id.example/jwks' };
    expect(() => readEnv(both)).toThrow(/JWKS_URL: is set beside DEV_ISSUER_KEY_FILE/);
    expect(() => readEnv({ ...production, JWKS_URL: 'https://id.example/jwks' })).toThrow(
      /JWT_ISSUER.*\n.*JWT_AUDIENCE/,
    );
  });

  it('takes no algorithm that signs with a shared secret', () => {
    expect(() => readEnv({ ...secret, JWT_ALGORITHMS: 'HS256' })).toThrow(/JWT_ALGORITHMS/);
    expect(() => readEnv({ ...secret, JWT_ALGORITHMS: 'none' })).toThrow(/JWT_ALGORITHMS/);
  });
});

it('docs/operations.md lists every setting with its default', () => {
  expect(documentedSettings('gateway')).toEqual(codedSettings(settings));
});
