import type { GraphClient } from '@dateline/client/graph-client';
import { gql, type TypedDocument } from '@dateline/client/typed-document';

const anything = gql`query IsTheGraphThere { __typename }` as unknown as TypedDocument<
  { __typename: string },
  Record<string, never>
>;

/** A feed cannot be made without the gateway. */
export function gatewayReadiness(client: GraphClient) {
  return async (): Promise<string | null> => {
    const { errors } = await client.request(anything, {});
    return errors.length === 0 ? null : 'the gateway does not answer';
  };
}
