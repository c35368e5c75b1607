import type { Operation } from '../load/operation.ts';
import { bodyWithTag } from '../load/operation.ts';

/** One request of the mix. */
export interface MixedRequest {
  readonly body: string;
  /** The client hangs up before the answer is there. */
  readonly hangsUp: boolean;
  /** What is not to be answered with success. */
  readonly isWrong: boolean;
}

export interface MixedOperations {
  readonly publicOperation: Operation;
  readonly taggedOperation: Operation;
}

/**
 * The `number`th request of the mix: mostly the public operation; operations with variables and documents that never came
 * before, which no cache may keep for ever; wrong ones; and clients that hang up. The same number gives the same request.
 */
export function mixedRequest(number: number, { publicOperation, taggedOperation }: MixedOperations): MixedRequest {
  const right = { hangsUp: false, isWrong: false };
  switch (number % 20) {
    case 0:
    case 5:
    case 10:
    case 15:
      return { ...right, body: bodyWithTag(taggedOperation, number) };
    case 1:
    case 8:
    case 14:
      return { ...right, body: newDocument(number) };
    case 3:
      return { hangsUp: false, isWrong: true, body: JSON.stringify({ query: `{ users { nothing${number} } }` }) };
    case 7:
      return { hangsUp: false, isWrong: true, body: '{"query": "{ users' };
    case 12:
      return { hangsUp: true, isWrong: false, body: bodyWithTag(taggedOperation, number) };
    default:
      return { ...right, body: publicOperation.body };
  }
}

/** A document that nobody has sent before, and nobody will again. */
function newDocument(number: number): string {
  const query = `query Q${number} { u${number}: users { id name reviews { id product { upc inStock } } } }`;
  return JSON.stringify({ query });
}
