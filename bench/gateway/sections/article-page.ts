import type { HouseBench } from '../house-bench.ts';
import { ratio } from '../measure/goal.ts';
import type { SectionPlan } from './section.ts';
import { throughputRatio } from './throughput.ts';

/** More would only wait in line: the subgraphs and their database share one core. */
const connections = 8;

const rowsOf = ({ ours, oursKeeping, apolloStock, articlePage: operation }: HouseBench, count: number) =>
  [ours, apolloStock, oursKeeping].map((contender) => ({ contender, operation, connections: count, subgraphs: {} }));

/** Our own page before our own subgraphs and their embedded Postgres. */
export function articlePage(bench: HouseBench): SectionPlan {
  return {
    title: `Our article page, ${connections} connections`,
    intro:
      'Article, pictures and 20 comments from the three subgraphs of the house over embedded Postgres, as an anonymous reader. Subgraphs, database and load share one core and are the limit of all rows, so what counts is what a request costs the gateway, beside what it costs the subgraphs. The answer to be equal with is that of stock Apollo.',
    rows: rowsOf(bench, connections),
    goals: [
      {
        text: "stock Apollo's CPU per request beside ours",
        atLeast: 3,
        unit: '×',
        seen: (rows) => ratio(rows('apollo-stock', 'cpuMsPerRequest'), rows('ours-cold', 'cpuMsPerRequest')),
      },
      {
        text: "our CPU per request beside the subgraphs' own",
        unit: '%',
        seen: (rows) => {
          const times = ratio(rows('ours-cold', 'cpuMsPerRequest'), rows('ours-cold', 'subgraphCpuMsPerRequest'));
          return times === null ? null : times * 100;
        },
      },
    ],
  };
}

/** The same page with the subgraphs' answers from memory: now the gateway is the limit. */
export function articlePageReplayed(bench: HouseBench): SectionPlan {
  return {
    title: 'Our article page with replayed subgraphs, 50 connections',
    intro:
      "The same page and gateways; the subgraphs' answers are recorded once and come from memory, so that the gateway is the limit.",
    rows: rowsOf(bench, 50),
    goals: [throughputRatio('beside stock Apollo', 'ours-cold', 'apollo-stock', 3)],
  };
}
