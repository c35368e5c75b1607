import {
  type DocumentNode,
  executeSync,
  type GraphQLFormattedError,
  Kind,
  OperationTypeNode,
  type SelectionNode,
} from 'graphql';
import { type MayRead, withoutWithheld } from '../authorization/withheld.ts';
import { compileEntityTags, compileStateTags, type TagRules, tagRootFields } from '../caching/answer-tags.ts';
import type { Plan } from '../planner/plan.ts';
import type { Planner, PlanRequest } from '../planner/planner.ts';
import { complete } from '../run/complete.ts';
import { compileOpening, type Opening } from '../run/opening.ts';
import type { RequestState } from '../run/request-state.ts';
import { type CallOptions, compilePlan, type PlanRun } from '../run/run-plan.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { withKeyFields } from './key-fields.ts';
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
  /** How answers and entities are tagged; null where none are kept. */
  readonly tagRules: TagRules | null;
  /** What may be fetched beside what is asked for; null where nothing is protected. */
  readonly mayRead: MayRead | null;
  readonly onCompiled?: CompileTimes | undefined;
}

/** Told what making a plan, and compiling an operation by it, took. */
export interface CompileTimes {
  compiled(times: { readonly planMs: number; readonly compileMs: number }): void;
  planFailed(planMs: number): void;
}

export interface WrittenAnswer {
  /** JSON of `data`, and of `errors` when there are any. */
  readonly text: string;
  readonly hasErrors: boolean;
  /** Did a call come to nothing? */
  readonly isOutage: boolean;
  /** The tags of all that it shows. For answers that are kept: it takes a walk through all of it. */
  readonly tags: () => readonly string[];
}

/** An operation without conditions, made ready to be run as often as it is asked for. */
export interface CompiledOperation<Context> {
  (run: PlanRun<Context>): Promise<WrittenAnswer>;
  /** Of a subscription; null for anything else. */
  readonly opening: Opening | null;
}

export async function compileOperation<Context>(
  operation: ClientOperation,
  options: CompileOptions<Context>,
): Promise<CompiledOperation<Context>> {
  const { supergraph, planner, percentage } = options;
  const { schema, api } = supergraph;
  const { definition } = operation;
  const asked = withoutWithheld(operation);
  const tagRules = definition.operation === OperationTypeNode.QUERY ? options.tagRules : null;
  const document = planDocument(asked, supergraph.requiredNames, (planned) =>
    tagRules ? withKeyFields(planned, tagRules.keys, api, options.mayRead) : planned,
  );
  const startedAtMs = performance.now();
  const plan = document ? await planFor({ document, operationName: definition.name?.value ?? null, percentage }) : null;
  const plannedAtMs = performance.now();
  const rootType = schema.getRootType(definition.operation);
  if (!rootType) throw new Error(`The schema has no ${definition.operation}.`);
  const program = placePlan(plan, rootType, schema);
  const shape = shapeOf(operation, program.root, api);
  const tagEntities = tagRules ? compileEntityTags(program, tagRules) : [];
  const run = compilePlan(program, schema, { ...options, tagEntities });
  const tagState = tagRules ? compileStateTags(program, tagRules) : null;
  const write = options.writesFast ? compileWrite(shape, schema, api) : null;
  const introspection = introspectionOf(operation);
  const readyAtMs = performance.now();
  const times = { planMs: plannedAtMs - startedAtMs, compileMs: readyAtMs - plannedAtMs };
  options.onCompiled?.compiled(times);

  const answer = async (request: PlanRun<Context>): Promise<WrittenAnswer> => {
    request.observer?.planned({ program, ...times, readyAtMs });
    const state = await run(request);
    const tags = () => tagsOf(state, request);
    const text = write && state.isClean ? writeFast(write, state) : null;
    if (text !== null) return { text: `{"data":${text}}`, hasErrors: false, isOutage: false, tags };
    const { data, errors } = complete(shape, state, {
      schema,
      api,
      mismatch: options.mismatch,
      introspection: introspection ? introspect(introspection, request.variables) : {},
    });
    const hasErrors = errors.length > 0;
    if (hasErrors) request.observer?.completed(errors);
    return {
      text: JSON.stringify(hasErrors ? { errors, data } : { data }),
      hasErrors,
      isOutage: state.failures.size > 0,
      tags,
    };
  };
  return Object.assign(answer, { opening: compileOpening(program, schema) });

  async function planFor(request: PlanRequest): Promise<Plan> {
    try {
      return await planner.plan(request);
    } catch (error) {
      options.onCompiled?.planFailed(performance.now() - startedAtMs);
      throw error;
    }
  }

  function tagsOf(state: RequestState, { coerced }: PlanRun<Context>): readonly string[] {
    const tags = new Set<string>();
    const add = (tag: string) => void tags.add(tag);
    if (tagRules) tagRootFields(asked, coerced, tagRules, add);
    tagState?.(state, add);
    return [...tags];
  }

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
export function introspectionOf(operation: ClientOperation): DocumentNode | null {
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
