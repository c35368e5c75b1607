import { describe, expect, it } from 'vitest';
import { EnvironmentError, parseEnv, port, postgresUrl, processEnv, signingSecret } from './env.ts';

const shape = { ...processEnv, PORT: port(4001), DATABASE_URL: postgresUrl, SECRET: signingSecret };
const good = { DATABASE_URL: 'postgres://a@b/c', SECRET: 'x'.repeat(32) };

describe('parseEnv', () => {
  it('fills in what has a default, and takes an empty value for none', () => {
    expect(parseEnv('a service', shape, { ...good, PORT: '' })).toMatchObject({
      PORT: 4001,
      NODE_ENV: 'development',
      HOST: '127.0.0.1',
    });
  });

  it('reports every fault at once, by name, and never a value', () => {
    const faulty = { SECRET: 'hunter2', PORT: '70000', NODE_ENV: 'staging' };
    const report = () => parseEnv('a service', shape, faulty);
    expect(report).toThrow(EnvironmentError);
    expect(report).toThrow(/NODE_ENV(.|\n)*PORT(.|\n)*DATABASE_URL: is missing(.|\n)*SECRET: must have at least 32/);
    expect(report).not.toThrow(/hunter2/);
  });

  it.each([
    [31, false],
    [32, true],
  ])('takes a secret of %i characters: %s', (length, taken) => {
    const parse = () => parseEnv('a service', shape, { ...good, SECRET: 'x'.repeat(length) });
    if (taken) expect(parse).not.toThrow();
    else expect(parse).toThrow(EnvironmentError);
  });
});
