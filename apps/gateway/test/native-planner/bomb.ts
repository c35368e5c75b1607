import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The house's. */
export const supergraphSdl = readFileSync(
  fileURLToPath(import.meta.resolve('@dateline/graph-types/supergraph.graphql')),
  'utf8',
);

const next = (level: number) => `thread { comments { nodes { article { ...F${level + 1} } } } }`;
const levels = Array.from(
  { length: 18 },
  (_, level) => `fragment F${level} on Article { a: ${next(level)} b: ${next(level)} }`,
);

/** A few kilobytes that unfold to 2^18 selections of four levels each. The gateway's limits would not let it get to a planner. */
export const bomb = `{ article(id: "a") { ...F0 } } ${levels.join(' ')} fragment F18 on Article { id }`;
