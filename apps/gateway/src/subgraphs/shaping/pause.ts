import type { CutReason, Lifetime } from '../../lifetime.ts';
import { cutFailure } from '../subgraph-failure.ts';

/** Waits, unless nobody waits for the result any more: then it rejects at once. */
export function pause(milliseconds: number, lifetime: Lifetime): Promise<void> {
  return new Promise((resolve, reject) => {
    const onCut = (reason: CutReason) => {
      clearTimeout(timer);
      reject(cutFailure(reason));
    };
    const timer = setTimeout(() => {
      lifetime.forget(onCut);
      resolve();
    }, milliseconds);
    lifetime.onCut(onCut);
  });
}
