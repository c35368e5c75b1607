/** The tables of RESULTS.md, in their order. Each can be run alone and replaces only itself. */
export const sectionNames = [
  'throughput',
  'one-connection',
  'distinct',
  'slow-subgraphs',
  'before-and-after',
  'article-page',
  'article-page-replayed',
  'memory',
  'profile',
] as const;
export type SectionName = (typeof sectionNames)[number];
