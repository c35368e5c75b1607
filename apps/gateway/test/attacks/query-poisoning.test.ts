import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { figure } from '../figures.ts';
import { onlyCode, startTestGateway, type TestGateway } from '../test-gateway.ts';
import { partnerKey, type SafelistHouse, sha256, startSafelistHouse } from './safelist-house.ts';

const persisted = (hash: string, query?: string) =>
  JSON.stringify({ query, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } });

/** A20: nobody is given another's document for the hash of their own. */
describe('a hash', () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.close());

  const victim = 'query Victim { __typename }';

  it('takes no text but its own, from whoever, by POST and by GET, and stays unknown', async () => {
    const poisons = ['query Poison { __typename }', `${victim} `, '', '\ud800', `{ __typename }#${'x'.repeat(2_000)}`];
    let [tried, refused] = [0, 0];
    for (const poison of poisons.filter((text) => text !== '')) {
      const extensions = JSON.stringify({ persistedQuery: { version: 1, sha256Hash: sha256(victim) } });
      const answers = [
        await gateway.post(persisted(sha256(victim), poison)),
        await gateway.get(`/graphql?${new URLSearchParams({ query: poison, extensions })}`, {
          accept: 'application/graphql-response+json',
        }),
      ];
      tried += answers.length;
      refused += answers.filter((answer) => answer.status === 400 && onlyCode(answer) === 'BAD_REQUEST').length;
    }
    figure('A20', `of ${tried} poisoned registrations, not refused`, { seen: tried - refused, atMost: 0 });
    const unknown = await gateway.post(persisted(sha256(victim)));
    expect([unknown.status, onlyCode(unknown)]).toEqual([200, 'PERSISTED_QUERY_NOT_FOUND']);
    expect((await gateway.post(persisted(sha256(victim), victim))).data).toEqual({ __typename: 'Query' });
    expect((await gateway.post(persisted(sha256(victim)))).data).toEqual({ __typename: 'Query' });
  });

  it('of what is not well-formed text stands for nothing: many such texts have one hash', async () => {
    const text = 'query Half { __typename } # \ud800';
    const answer = await gateway.post(persisted(sha256(text), text));
    expect([answer.status, onlyCode(answer)]).toEqual([400, 'BAD_REQUEST']);
  });

  it('is kept only for a document that was found good', async () => {
    for (const query of ['{ nothing }', '{ articles(first: 100000) { nodes { id } } }', '{']) {
      expect((await gateway.post(persisted(sha256(query), query))).status).toBe(400);
      expect(onlyCode(await gateway.post(persisted(sha256(query))))).toBe('PERSISTED_QUERY_NOT_FOUND');
    }
  });

  it('is registered by nobody, or by clients with a key, where the operator says so', async () => {
    const closed = await startTestGateway({ env: { APQ_REGISTERING: 'nobody' } });
    for (const body of [persisted(sha256(victim)), persisted(sha256(victim), victim), persisted(sha256(victim))]) {
      const answer = await closed.post(body);
      if (body.includes('Victim')) expect(answer.data).toEqual({ __typename: 'Query' });
      else expect([answer.status, onlyCode(answer)]).toEqual([200, 'PERSISTED_QUERY_NOT_SUPPORTED']);
    }
    await closed.close();

    const house: SafelistHouse = await startSafelistHouse({ SAFELIST: 'off', APQ_REGISTERING: 'keys' });
    const short = persisted(sha256(victim));
    const full = persisted(sha256(victim), victim);
    expect((await house.gateway.post(full)).status).toBe(200);
    expect(onlyCode(await house.gateway.post(short))).toBe('PERSISTED_QUERY_NOT_SUPPORTED');
    expect((await house.gateway.post(full, { 'x-api-key': partnerKey })).status).toBe(200);
    expect((await house.gateway.post(short)).data).toEqual({ __typename: 'Query' });
    await house.close();
  });
});
