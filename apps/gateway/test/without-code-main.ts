// Asks an engine in a process that may make no code of text. Writes its answers as JSON; run by without-code.test.ts.
import { createSmallEngine } from './small-graph.ts';

const values = {
  text: 'a "quoted" \u2028 line',
  float: 0.1,
  count: -1,
  flag: true,
  mood: 'GOOD',
  any: { deep: [1, null] },
};
const graph = await createSmallEngine({
  a: {
    sdl: `scalar Any enum Mood { GOOD BAD } type Query { item: Item things: [Item!]! }
      type Item @key(fields: "id") { id: ID! text: String float: Float count: Int flag: Boolean mood: Mood any: Any }`,
    resolvers: {
      Query: { item: () => ({ id: '1', ...values }), things: () => ['1', '2'].map((id) => ({ id, ...values })) },
    },
  },
  b: {
    sdl: 'type Item @key(fields: "id") { id: ID! note: String }',
    resolvers: { Item: { __resolveReference: ({ id }: { id: string }) => ({ id, note: `Note ${id}` }) } },
  },
});
let makesCode = true;
try {
  new Function('return 1');
} catch {
  makesCode = false;
}
const { text } = await graph.ask(
  '{ item { id text float count flag mood any note } things { n: note id __typename } }',
);
process.stdout.write(JSON.stringify({ makesCode, text }));
process.exit(0);
