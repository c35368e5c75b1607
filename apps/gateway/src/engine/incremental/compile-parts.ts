import { executeSync, OperationTypeNode } from 'graphql';
import { withoutWithheld } from '../authorization/withheld.ts';
import { compileEntityTags } from '../caching/answer-tags.ts';
import { type CompileOptions, introspectionOf } from '../compile/compile-operation.ts';
import { withKeyFields } from '../compile/key-fields.ts';
import { planDocument } from '../compile/plan-document.ts';
import { type PlanProgram, placePlan } from '../compile/positions.ts';
import { type Selection, shapeOf } from '../compile/shape.ts';
import type { ClientOperation } from '../compile/variant.ts';
import { type JoinFacts, readJoinFacts } from '../planner/join-facts.ts';
import type { Plan } from '../planner/plan.ts';
import type { PlanRequest } from '../planner/planner.ts';
import { compileCalls, type PlanRun } from '../run/run-plan.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import type { AnswerInParts } from './answer-parts.ts';
import type { DeferredOperation } from './defer-usage.ts';
import { dividePlan } from './divide-plan.ts';
import { createNeededCalls } from './needed-calls.ts';
import { callsOfParts } from './part-calls.ts';
import { fieldsOfParts, type PartFields } from './part-fields.ts';
import { type PartsProgram, runParts } from './run-parts.ts';

export interface CompilePartsOptions<Context> extends CompileOptions<Context> {
  /** See DeferRules. */
  readonly isWithoutRepeats: boolean;
}

export type CompiledParts<Context> = (run: PlanRun<Context>) => Promise<AnswerInParts>;

/** Plans an operation as if nothing in it was deferred, and finds out which calls each of its parts needs. */
export async function compileParts<Context>(
  { operation, usages }: DeferredOperation,
  options: CompilePartsOptions<Context>,
): Promise<CompiledParts<Context>> {
  const { supergraph, planner, percentage, mismatch } = options;
  const { schema, api } = supergraph;
  const { definition } = operation;
  const isMutation = definition.operation === OperationTypeNode.MUTATION;
  const tagRules = isMutation ? null : options.tagRules;
  const document = planDocument(withoutWithheld(operation), supergraph.requiredNames, (asked) =>
    tagRules ? withKeyFields(asked, tagRules.keys, api, options.mayRead) : asked,
  );
  const request: PlanRequest = { document: document ?? '', operationName: definition.name?.value ?? null, percentage };
  const startedAtMs = performance.now();
  const plan = document ? await planned() : null;
  const plannedAtMs = performance.now();
  const laid = divided(plan);
  const { program, shape, calls } = laid;
  const tagEntities = tagRules ? compileEntityTags(program, tagRules) : [];
  const steps = compileCalls(program, schema, { ...options, tagEntities });
  const compiled: PartsProgram<Context> = { program, steps, shape, calls, schema, api, mismatch };
  const asked = introspectionOf(operation);

  const readyAtMs = performance.now();
  const times = { planMs: plannedAtMs - startedAtMs, compileMs: readyAtMs - plannedAtMs };
  options.onCompiled?.compiled(times);

  return (run) => {
    run.observer?.planned({ program, ...times, readyAtMs });
    const answered = asked && executeSync({ schema: api, document: asked, variableValues: run.variables }).data;
    return runParts(compiled, run, answered ?? {});
  };

  async function planned(): Promise<Plan> {
    try {
      return await planner.plan(request);
    } catch (error) {
      options.onCompiled?.planFailed(performance.now() - startedAtMs);
      throw error;
    }
  }

  /** The plan laid out, its calls divided as far as they can be. */
  function divided(whole: Plan): LaidOut {
    let best = layOut(whole, operation, options, usages);
    if (!planner.check) return best;
    for (let round = 0; round < maxRounds; round++) {
      const next = dividePlan(best.plan, { ...best, facts: factsOf(supergraph) });
      if (!next) break;
      try {
        planner.check(next, request);
        best = layOut(next, operation, options, usages);
      } catch {
        // What it cannot be divided into stays together: its later parts come with what they are asked for with.
        break;
      }
    }
    return best;
  }
}

interface LaidOut {
  readonly plan: Plan;
  readonly program: PlanProgram;
  readonly shape: Selection;
  readonly fields: PartFields;
  readonly calls: PartsProgram<unknown>['calls'];
}

/** A divided call may have to be divided again, between parts that stand in each other. */
const maxRounds = 6;

/** Works out what comes from where in a plan, and when it is needed. */
function layOut<Context>(
  plan: Plan,
  operation: ClientOperation,
  { supergraph: { schema, api }, isWithoutRepeats }: CompilePartsOptions<Context>,
  usages: DeferredOperation['usages'],
): LaidOut {
  const { operation: kind } = operation.definition;
  const rootType = schema.getRootType(kind);
  if (!rootType) throw new Error(`The schema has no ${kind}.`);
  const program = placePlan(plan, rootType, schema);
  const shape = shapeOf(operation, program.root, api, { usages, isWithoutRepeats });
  const parts = callsOfParts(shape, createNeededCalls(program, schema, api), api);
  // What a mutation does at its root it does before anything is answered.
  const atRoot = program.calls.filter(({ batches }) => batches.length === 0).map(({ index }) => index);
  const isMutation = kind === OperationTypeNode.MUTATION;
  const calls = isMutation ? { ...parts, first: new Set([...atRoot, ...parts.first]) } : parts;
  return { plan, program, shape, calls, fields: fieldsOfParts(shape, program, api) };
}

const knownFacts = new WeakMap<Supergraph, JoinFacts>();

function factsOf(supergraph: Supergraph): JoinFacts {
  const facts = knownFacts.get(supergraph) ?? readJoinFacts(supergraph.document);
  knownFacts.set(supergraph, facts);
  return facts;
}
