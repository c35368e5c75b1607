import {
  createSourceEventStream,
  type DocumentNode,
  execute,
  GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getOperationAST,
  NoSchemaIntrospectionCustomRule,
  OperationTypeNode,
  parse,
  specifiedRules,
  validate,
} from 'graphql';
import { CataloguedError } from './catalogued-error.ts';
import type { ErrorCode } from './error-catalogue.ts';
import { createErrorFormatter } from './format-error.ts';
import type { LiveOperations, LiveReceiver, LiveRequest } from './live/live-operations.ts';
import type { Logger } from './logger.ts';
import { isStorableOperation } from './storable-text.ts';
import type { Viewer } from './viewer.ts';

/** Who asks over a stream, proven by the transport. */
export interface LiveCaller {
  readonly requestId: string;
  readonly viewer: Viewer | null;
  /** Puts the operation's name into the stream's log line. */
  readonly nameOperation: (name: string) => void;
}

export interface SubgraphLiveOptions {
  readonly schema: GraphQLSchema;
  readonly logger: Logger;
  /** The context of the subscription itself, and one anew for each of its events: what was loaded for one is not shown with the next. */
  readonly contextOf: (caller: LiveCaller, signal: AbortSignal) => unknown;
}

interface Admitted {
  readonly document: DocumentNode;
  readonly operationName: string | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly isSubscription: boolean;
}

/** The gateway bounds what clients send; this is for a gateway that has gone wrong. */
const maxTokens = 10_000;
const rules = [...specifiedRules, NoSchemaIntrospectionCustomRule];

/** A subgraph's operations over streams: subscriptions by graphql-js, queries and mutations as streams of one answer. */
export function createSubgraphLive(options: SubgraphLiveOptions): LiveOperations<LiveCaller> {
  const { schema, logger } = options;
  const format = createErrorFormatter(logger);
  const formatted = (error: GraphQLError): GraphQLFormattedError =>
    format({ ...error.toJSON(), extensions: { ...error.extensions, code: codeOf(error) } }, error);

  async function answerAll(request: LiveRequest, caller: LiveCaller, receiver: LiveReceiver, signal: AbortSignal) {
    const { isSubscription, ...operation } = admit(schema, request);
    if (operation.operationName) caller.nameOperation(operation.operationName);
    const run = async (rootValue: unknown) => {
      const contextValue = options.contextOf(caller, signal);
      const { data, errors } = await execute({ schema, ...named(operation), rootValue, contextValue });
      if (signal.aborted) return;
      // Without data nothing was run: the variables do not fit.
      if (data === undefined) throw new Refused(errors ?? [], 200);
      receiver.next({ json: JSON.stringify(errors ? { data, errors: errors.map(formatted) } : { data }) });
    };
    if (!isSubscription) return run(undefined);
    const contextValue = options.contextOf(caller, signal);
    const source = await createSourceEventStream({ schema, ...named(operation), contextValue });
    if (!(Symbol.asyncIterator in source)) throw new Refused(source.errors ?? [], 200);
    for await (const payload of source) {
      if (signal.aborted) return;
      await run(payload);
    }
  }

  return {
    subscribe(request, caller, receiver) {
      const ended = new AbortController();
      const { signal } = ended;
      answerAll(request, caller, receiver, signal).then(
        () => signal.aborted || receiver.complete(),
        (error: unknown) => {
          if (signal.aborted) return;
          const { errors, status } = error instanceof Refused ? error : new Refused([asGraphQLError(error)], 200);
          receiver.refuse(errors.map(formatted), status);
        },
      );
      return { stop: () => ended.abort() };
    },
  };
}

/** Nothing came of the operation, or nothing more comes. */
class Refused extends Error {
  readonly errors: readonly GraphQLError[];
  readonly status: number;
  constructor(errors: readonly GraphQLError[], status: number) {
    super('The operation was refused.');
    this.errors = errors;
    this.status = status;
  }
}

/** The client's operation cannot be run. */
function refusal(code: ErrorCode, errors: readonly GraphQLError[], status = 400): Refused {
  const extensions = { code };
  const coded = errors.map(
    ({ message, nodes = null, source = null, positions = null }) =>
      new GraphQLError(message, { nodes, source, positions, extensions }),
  );
  return new Refused(coded, status);
}

function admit(schema: GraphQLSchema, { query, operationName, variables, isSafe = false }: LiveRequest): Admitted {
  if (query == null) throw refusal('BAD_REQUEST', [new GraphQLError('The request holds no query.')]);
  const document = parseQuery(query);
  const faults = validate(schema, document, rules);
  if (faults.length > 0) throw refusal('GRAPHQL_VALIDATION_FAILED', faults);
  const operation = getOperationAST(document, operationName);
  if (!operation) {
    const message = 'The document holds no operation of that name.';
    throw refusal('OPERATION_RESOLUTION_FAILURE', [new GraphQLError(message)]);
  }
  if (isSafe && operation.operation === OperationTypeNode.MUTATION) {
    throw refusal('BAD_REQUEST', [new GraphQLError('Mutations are sent by POST.')], 405);
  }
  if (!isStorableOperation(document, variables)) {
    throw new CataloguedError('BAD_USER_INPUT', { message: 'Text may not hold U+0000 or half a character.' });
  }
  return {
    document,
    operationName: operation.name?.value,
    variables: variables ?? {},
    isSubscription: operation.operation === OperationTypeNode.SUBSCRIPTION,
  };
}

function parseQuery(query: string): DocumentNode {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    throw refusal('GRAPHQL_PARSE_FAILED', [asGraphQLError(error)]);
  }
}

function named({ document, operationName, variables }: Omit<Admitted, 'isSubscription'>) {
  return { document, variableValues: variables, ...(operationName === undefined ? {} : { operationName }) };
}

/** As Apollo Server says it of an operation that came to it: a variable that does not fit is the client's fault. */
function codeOf(error: GraphQLError): unknown {
  const isOfVariables = !error.path && error.nodes?.[0]?.kind === 'VariableDefinition';
  return error.extensions['code'] ?? (isOfVariables ? 'BAD_USER_INPUT' : 'INTERNAL_SERVER_ERROR');
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error;
  const originalError = error instanceof Error ? error : new Error(String(error));
  return new GraphQLError(originalError.message, { originalError });
}
