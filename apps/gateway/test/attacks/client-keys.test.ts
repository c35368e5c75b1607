import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figure } from '../figures.ts';
import { partnerKey, type SafelistHouse, sha256, startSafelistHouse, unlistedQuery } from './safelist-house.ts';

/** A26: a key opens what it should, is nowhere to be read, and can be taken back. */
describe('a client’s key', () => {
  let house: SafelistHouse;
  beforeAll(async () => {
    house = await startSafelistHouse({ LOG_LEVEL: 'info' });
  });
  afterAll(() => house.close());

  const ask = (headers: Record<string, string> = {}, query = unlistedQuery) => house.gateway.ask(query, {}, headers);

  it('that is wrong, long, empty, sent twice or of another case is refused, each in the same words', async () => {
    const wrong = [
      'wrong',
      '',
      partnerKey.slice(0, -1),
      `${partnerKey}0`,
      partnerKey.toUpperCase(),
      `${partnerKey}, ${partnerKey}`,
      sha256(partnerKey),
      'x'.repeat(8_000),
    ];
    const answers = await Promise.all(wrong.map((key) => ask({ 'x-api-key': key })));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`))).toEqual(
      new Set(['401 {"errors":[{"message":"The key is not valid.","extensions":{"code":"UNAUTHENTICATED"}}]}']),
    );
  });

  it('in an address opens nothing', async () => {
    for (const name of ['x-api-key', 'apiKey', 'key']) {
      const search = new URLSearchParams({ query: unlistedQuery, [name]: partnerKey });
      expect((await house.gateway.get(`/graphql?${search}`)).status).toBe(403);
    }
  });

  it('is known in the log by its name, and by nothing else of it', async () => {
    expect((await ask({ 'x-api-key': partnerKey })).status).toBe(200);
    await ask({ 'x-api-key': `${partnerKey}0` });
    const lines = house.gateway.log.map((line) => JSON.stringify(line));
    expect(lines.some((line) => line.includes('"clientName":"partner"'))).toBe(true);
    const secrets = [partnerKey, sha256(partnerKey), 'dateline_partner', partnerKey.slice(-12)];
    const leaks = lines.filter((line) => secrets.some((secret) => line.includes(secret)));
    figure('A26', `of ${lines.length} log lines with a part of a key`, { seen: leaks.length, atMost: 0 });
    expect(house.subgraphs.articles.received.every(({ headers }) => headers['x-api-key'] === undefined)).toBe(true);
  });

  it('is dead as soon as it is taken back, for what is at hand too; the others stay', async () => {
    const other = 'another_partner_0123456789abcdef0123456789abcdef';
    house.giveKeys([house.partner, { name: 'other', sha256: sha256(other) }]);
    await house.gateway.reload();
    expect((await ask({ 'x-api-key': other })).status).toBe(200);
    house.giveKeys([{ name: 'other', sha256: sha256(other) }]);
    const before = performance.now();
    await house.gateway.reload();
    const answer = await ask({ 'x-api-key': partnerKey });
    figure('A26', 'a key was dead after', { seen: performance.now() - before, unit: 'ms', atMost: 5_000 });
    expect([answer.status, (await ask({ 'x-api-key': other })).status]).toEqual([401, 200]);
    // A file that cannot be used changes nothing.
    for (const bad of [
      { name: 'no hash', sha256: partnerKey },
      { name: 'x' },
      { name: 'other', sha256: sha256(other), more: 1 },
    ]) {
      house.giveKeys([bad]);
      await expect(house.gateway.reload()).rejects.toThrow(/client keys/);
    }
    expect((await ask({ 'x-api-key': other })).status).toBe(200);
    house.giveKeys([house.partner]);
    await house.gateway.reload();
  });

  it('changes no answer: who has one reads just what all read', async () => {
    const listed = { documentId: 'headline', variables: { id: 'a7' } };
    const [withKey, without] = [
      await house.gateway.post(JSON.stringify(listed), { 'x-api-key': partnerKey }),
      await house.gateway.post(JSON.stringify(listed)),
    ];
    expect(withKey.text).toBe(without.text);
  });
});
