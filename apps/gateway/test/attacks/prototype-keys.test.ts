import { type FaultySubgraph, startFaultySubgraph } from '@dateline/testing/faulty-subgraph';
import { afterEach, expect, it } from 'vitest';
import { figure } from '../figures.ts';
import { startTestGateway } from '../test-gateway.ts';
import { startAttacked } from './attacked.ts';

// A19: names that JavaScript uses itself, from clients and from subgraphs, are names like any other.

const bodies = [
  '{"query":"{ __proto__: __typename constructor: __typename }"}',
  '{"query":"{ constructor: __typename prototype: __typename hasOwnProperty: __typename toString: __typename }"}',
  '{"query":"query($n: Int) { articles(first: $n) { nodes { id } } }","variables":{"__proto__":{"polluted":1},"n":1}}',
  '{"query":"query($__proto__: Int) { articles(first: $__proto__) { nodes { id } } }","variables":{"__proto__":1}}',
  '{"query":"query constructor { __typename }","operationName":"constructor"}',
  '{"query":"{ __typename }","operationName":"__proto__"}',
  '{"query":"{ __typename }","extensions":{"__proto__":{"polluted":1}},"__proto__":{"polluted":1}}',
  '{"query":"{ ...__proto__ } fragment __proto__ on Query { __typename }"}',
  '{"documentId":"__proto__"}',
  // Of these the subgraph answers with such names itself.
  '{"query":"{ article(id: \\"a\\") { id headline } articles(first: 1) { nodes { id } } }"}',
];

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});
async function startHostile(): Promise<FaultySubgraph> {
  const subgraph = await startFaultySubgraph('prototypeKeys');
  closing.push(() => subgraph.close());
  return subgraph;
}
const at = ({ url }: FaultySubgraph) => ({ ARTICLES_URL: url, COMMENTS_URL: url, MEDIA_SUBGRAPH_URL: url });

it('A19: no object is given what such a name says', async () => {
  const gateway = await startTestGateway({ env: at(await startHostile()) });
  closing.push(() => gateway.close());
  const answers = await Promise.all(bodies.map((body) => gateway.post(body)));
  const polluted = [{}, [], () => {}].filter((value) => 'polluted' in value);
  figure('A19', `kinds of objects polluted by ${bodies.length} requests`, { seen: polluted.length, atMost: 0 });
  figure('A19', 'of these answered with 5xx', {
    seen: answers.filter(({ status }) => status >= 500).length,
    atMost: 0,
  });
  const { status, data } = await gateway.ask('{ constructor: __typename toString: __typename }');
  expect([status, data]).toEqual([200, { constructor: 'Query', toString: 'Query' }]);
});

it('A19: nothing leans on __proto__: without it all is answered alike', { timeout: 60_000 }, async () => {
  const subgraphs = at(await startHostile());
  const ask = async (env: Record<string, string>) => {
    const gateway = await startAttacked({ ...subgraphs, ...env });
    closing.push(() => gateway.close());
    const answers: [number, string][] = [];
    for (const body of bodies) {
      const { status, text } = await gateway.send({ body });
      answers.push([status, text]);
    }
    return answers;
  };
  const usual = await ask({});
  const without = await ask({ NODE_OPTIONS: '--disable-proto=delete' });
  expect(without).toEqual(usual);
  figure('A19', 'answered with 5xx without __proto__', {
    seen: without.filter(([status]) => status >= 500).length,
    atMost: 0,
  });
});
