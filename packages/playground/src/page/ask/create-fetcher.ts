import { createGraphiQLFetcher, type Fetcher, type FetcherParams } from '@graphiql/toolkit';
import { type ExecutionResult, Kind, parse } from 'graphql';
import { withFittingName } from '../fitting-name.ts';
import type { PlanStore } from '../plan/plan-store.ts';
import { isAsyncIterable, wholeOf } from './payloads.ts';
import { subscribe } from './subscribe.ts';

/** Parts as most clients read them, or all at once. */
const accept = 'multipart/mixed;deferSpec=20220824, application/graphql-response+json;q=0.9, application/json;q=0.8';

/**
 * Asks the gateway: queries, mutations and what is deferred over fetch, subscriptions over server-sent events. Beside the
 * answer it asks how the answer came about; that is for the plan's panel, and taken out of what the answer's pane shows.
 */
export function createFetcher(url: string, plans: PlanStore): Fetcher {
  const send = createGraphiQLFetcher({ url, headers: { accept } });
  return (asked, options) => {
    const request = withFittingName(asked);
    if (isSubscription(request)) {
      plans.begin(request.operationName ?? null, 'subscription');
      return subscribe(url, request, options?.headers ?? {});
    }
    const wish = request.operationName === 'IntrospectionQuery' ? null : plans.wish;
    if (wish === null) return send(request, options);
    plans.begin(request.operationName ?? null, 'query');
    const explained = { ...request, extensions: { dateline: { explain: wish } } };
    return withoutExplanation(send(explained, options), plans);
  };
}

/** One payload, or several; each may be a list of those that came together. */
async function* withoutExplanation(
  sent: ReturnType<Fetcher>,
  plans: PlanStore,
): AsyncGenerator<ExecutionResult, void, undefined> {
  const result = await sent;
  const payloads = isAsyncIterable(result) ? result : wholeOf(result);
  for await (const payload of payloads as AsyncIterable<ExecutionResult>) yield plans.take(payload);
  plans.end();
}

/** Of the operation that is run. */
function isSubscription({ query, operationName }: FetcherParams): boolean {
  try {
    return parse(query).definitions.some(
      (definition) =>
        definition.kind === Kind.OPERATION_DEFINITION &&
        definition.operation === 'subscription' &&
        (!operationName || definition.name?.value === operationName),
    );
  } catch {
    return false;
  }
}
