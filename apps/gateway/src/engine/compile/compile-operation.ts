import { type DocumentNode, executeSync, type GraphQLFormattedError, Kind, type SelectionNode } from 'graphql';
import type { Planner } from '../planner/planner.ts';
import { complete } from '../run/complete.ts';
import type { RequestState } from '../run/request-state.ts';
import { type CallOptions, compilePlan, type PlanRun } from '../run/run-plan.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { planDocument } from './plan-document.ts';
import { placePlan } from './positions.ts';
import { shapeOf } from './shape.ts';
import { type ClientOperation, documentOf } from './variant.ts';
import { compileWrite, gaveUp, type Write } from './write.ts';

export interface CompileOptions<Context> extends CallOptions<Context> {
  readonly supergraph: Supergraph;
  readonly planner: Planner;
  /** From 0 to below 100; see PlanRequest. */
  readonly percentage: number;
  readonly mismatch: (subgraph: string | undefined) => GraphQLFormattedError;
  /** Off: every answer is completed value by value. For tests that hold one way against the other. */
  readonly writesFast: boolean;
}

export interface WrittenAnswer {
  /** JSON of `data`, and of `errors` when there are any. */
  readonly text: string;
  readonly hasErrors: boolean;
  readonly state: RequestState;
}

/** An operation without conditions, made ready to be run as often as it is asked for. */
export type CompiledOperation<Context> = (run: PlanRun<Context>) => Promise<WrittenAnswer>;

export async function compileOperation<Context>(
  operation: ClientOperation,
  options: CompileOptions<Context>,
): Promise<CompiledOperation<Context>> {
  const { supergraph, planner, percentage } = options;
  const { schema, api } = supergraph;
  const { definition } = operation;
  const document = planDocument(operation);
  const plan = document
    ? await planner.plan({ document, operationName: definition.name?.value ?? null, percentage })
    : null;
  const rootType = schema.getRootType(definition.operation);
  if (!rootType) throw new Error(`The schema has no ${definition.operation}.`);
  const program = placePlan(plan, rootType, schema);
  const shape = shapeOf(operation, program.root, api);
  const run = compilePlan(program, schema, options);
  const write = options.writesFast ? compileWrite(shape, schema, api) : null;
  const introspection = introspectionOf(operation);

  return async (request) => {
    const state = await run(request);
    const text = write && state.isClean ? writeFast(write, state) : null;
    if (text !== null) return { text: `{"data":${text}}`, hasErrors: false, state };
    const { data, errors } = complete(shape, state, {
      schema,
      api,
      mismatch: options.mismatch,
      introspection: introspection ? introspect(introspection, request.variables) : {},
    });
    const hasErrors = errors.length > 0;
    return { text: JSON.stringify(hasErrors ? { errors, data } : { data }), hasErrors, state };
  };

  function introspect(asked: DocumentNode, variableValues: Readonly<Record<string, unknown>>) {
    const { data } = executeSync({ schema: api, document: asked, variableValues });
    return data ?? {};
  }
}

function writeFast(write: Write, state: RequestState): string | null {
  try {
    return write(state, undefined);
  } catch (error) {
    if (error === gaveUp) return null;
    throw error;
  }
}

/** What of the operation asks about the schema; null when nothing does. */
function introspectionOf(operation: ClientOperation): DocumentNode | null {
  const { definition, fragments } = operation;
  const ofRoot = (selections: readonly SelectionNode[]): SelectionNode[] =>
    selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) {
        return selection.name.value.startsWith('__') && selection.name.value !== '__typename' ? [selection] : [];
      }
      const set =
        selection.kind === Kind.INLINE_FRAGMENT
          ? selection.selectionSet
          : fragments.get(selection.name.value)?.selectionSet;
      return set ? ofRoot(set.selections) : [];
    });
  const selections = ofRoot(definition.selectionSet.selections);
  if (selections.length === 0) return null;
  return documentOf({
    definition: { ...definition, selectionSet: { ...definition.selectionSet, selections } },
    fragments,
  });
}
