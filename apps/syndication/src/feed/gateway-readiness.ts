import type { GraphClient } from '@dateline/client/graph-client';
import { IsTheGraphThereDocument } from '../__generated__/operations.ts';

/** A feed cannot be made without the gateway. */
export function gatewayReadiness(client: GraphClient) {
  return async (): Promise<string | null> => {
    const { errors } = await client.request(IsTheGraphThereDocument, {});
    return errors.length === 0 ? null : 'the gateway does not answer';
  };
}
