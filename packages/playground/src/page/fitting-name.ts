import { Kind, parse } from 'graphql';

interface Sent {
  readonly query: string;
  readonly operationName?: string | null;
}

/**
 * What is sent, under the name of the one operation that it holds. GraphiQL learns that name a moment after a tab was
 * opened or typed in; who runs it before sends the name of what stood there last, which the server rightly refuses.
 */
export function withFittingName<Request extends Sent>(request: Request): Request {
  const names = operationNames(request.query);
  if (names.length !== 1 || !request.operationName || names[0] === request.operationName) return request;
  return { ...request, operationName: names[0] };
}

/** Undefined for one without a name; nothing where the text is no GraphQL, which the server explains best. */
function operationNames(query: string): readonly (string | undefined)[] {
  try {
    return parse(query).definitions.flatMap((definition) =>
      definition.kind === Kind.OPERATION_DEFINITION ? [definition.name?.value] : [],
    );
  } catch {
    return [];
  }
}
