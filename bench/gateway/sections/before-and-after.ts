import { type OurSettings, ours } from '../contenders/ours.ts';
import type { RowPlan } from '../measure/row.ts';
import type { SectionPlan, ShopParts } from './section.ts';
import { share } from './throughput.ts';

const keeping: OurSettings = { responseCache: { maxBytes: 100_000_000, defaultMaxAgeSeconds: 0 } };
const cacheable = { cacheControl: 'public, max-age=3600' };

/** The gateway of another commit beside this one, on the public benchmark: what did the commits between them cost? */
export function beforeAndAfter({ publicOperation: operation }: ShopParts, checkout: string): SectionPlan {
  const row = (contender: RowPlan['contender'], connections: number, subgraphs: RowPlan['subgraphs'] = {}) => ({
    contender,
    operation,
    connections,
    subgraphs,
  });
  const before = (id: string, title: string, settings: OurSettings = {}) => ours(id, title, settings, checkout);
  return {
    title: 'Before and after, 50 connections',
    intro: 'The gateway of an earlier commit and of this one, interleaved in one run.',
    rows: [
      row(before('before-cold', 'before, cold'), 50),
      row(ours('after-cold', '**after**, cold'), 50),
      row(before('before-hit', 'before, response cache, hit', keeping), 50, cacheable),
      row(ours('after-hit', '**after**, response cache, hit', keeping), 50, cacheable),
    ],
    goals: [
      share('cold, after beside before', 'after-cold', 'before-cold', 95),
      share('response-cache hit, after beside before', 'after-hit', 'before-hit', 95),
    ],
  };
}
