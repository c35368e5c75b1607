import { GraphQLError, NoSchemaIntrospectionCustomRule, parse, specifiedRules, validate } from 'graphql';
import type { PreparedOperation } from '../engine/engine.ts';
import { deferRule } from '../engine/incremental/defer-rules.ts';
import { Refusal } from '../errors/refusal.ts';
import { operationNamePattern } from '../http/graphql-request.ts';
import type { LimitSettings } from '../limits/limit-settings.ts';
import { brokenLimit } from '../limits/limits.ts';
import type { ServedGraph } from './served-graph.ts';
import { conditionalRootError } from './subscription-root.ts';

export interface AdmitOptions {
  readonly limits: LimitSettings;
  readonly introspection: boolean;
}

/** What a client asks to be done, with its document's text at hand. */
export interface AskedDocument {
  readonly query: string;
  readonly operationName: string | null | undefined;
  readonly variables: Readonly<Record<string, unknown>>;
}

const openRules = [...specifiedRules, deferRule];
const closedRules = [...openRules, NoSchemaIntrospectionCustomRule];

/** A document is refused: these errors say why, to the client. */
export class InvalidDocument extends Error {
  override readonly name = 'InvalidDocument';
  readonly errors: readonly GraphQLError[];

  constructor(errors: readonly GraphQLError[]) {
    super('InvalidDocument');
    this.errors = errors;
  }
}

/**
 * Parses, validates and holds to the limits what does not come through Apollo Server: subscriptions, and answers in parts.
 * What was admitted once is found again.
 *
 * @throws InvalidDocument, Refusal or EngineRefusal.
 */
export function admitOperation(
  { engine, operations }: ServedGraph,
  { query, operationName, variables }: AskedDocument,
  { limits, introspection }: AdmitOptions,
): PreparedOperation {
  const kept = operations.find({ query, operationName });
  if (kept?.isAffordable(variables)) return kept.prepared;
  const { api: schema } = engine.supergraph;
  const document = parsed(query, limits);
  const conditional = conditionalRootError(document);
  if (conditional) throw new InvalidDocument([conditional]);
  const errors = validate(schema, document, introspection ? openRules : closedRules, {
    maxErrors: limits.MAX_VALIDATION_ERRORS,
  });
  if (errors.length > 0) throw new InvalidDocument(errors);
  const prepared = engine.prepare(document, operationName);
  const name = prepared.definition.name?.value;
  if (!schema.getRootType(prepared.definition.operation)) throw new Refusal('OPERATION_RESOLUTION_FAILURE');
  if (name !== undefined && !operationNamePattern.test(name)) {
    throw new Refusal('BAD_REQUEST', { message: 'An operation name has at most 64 characters.' });
  }
  const refusal = brokenLimit({ schema, ...prepared.operation, variables }, limits);
  if (refusal) throw refusal;
  operations.keep(prepared, { query, operationName });
  return prepared;
}

function parsed(query: string, { MAX_TOKENS: maxTokens }: LimitSettings) {
  try {
    return parse(query, { maxTokens });
  } catch (error) {
    if (error instanceof GraphQLError) throw new InvalidDocument([error]);
    throw error;
  }
}
