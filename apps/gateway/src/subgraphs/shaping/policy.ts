import type { SubgraphCall, SubgraphReply } from '../../engine/engine-types.ts';
import type { CallContext } from '../call-context.ts';

/**
 * Sends a call to its subgraph, or has it sent by what is behind it. Rejects with a SubgraphFailure.
 *
 * @param deadlineAt by `performance.now()`: when it must have come back, whatever was done on the way
 */
export type Send = (call: SubgraphCall<CallContext>, deadlineAt: number) => Promise<SubgraphReply>;

/** Something between a call and its subgraph. Each subgraph has its own, with what it remembers. */
export type Policy = (next: Send) => Send;
