import { executeSync, OperationTypeNode } from 'graphql';
import { withoutWithheld } from '../authorization/withheld.ts';
import { compileEntityTags } from '../caching/answer-tags.ts';
import { type CompileOptions, introspectionOf } from '../compile/compile-operation.ts';
import { withKeyFields } from '../compile/key-fields.ts';
import { planDocument } from '../compile/plan-document.ts';
import { placePlan } from '../compile/positions.ts';
import { shapeOf } from '../compile/shape.ts';
import { compileCalls, type PlanRun } from '../run/run-plan.ts';
import type { AnswerInParts } from './answer-parts.ts';
import type { DeferredOperation } from './defer-usage.ts';
import { createNeededCalls } from './needed-calls.ts';
import { callsOfParts } from './part-calls.ts';
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
  const { supergraph, planner, percentage, mismatch, isWithoutRepeats } = options;
  const { schema, api } = supergraph;
  const { definition } = operation;
  const isMutation = definition.operation === OperationTypeNode.MUTATION;
  const tagRules = isMutation ? null : options.tagRules;
  const document = planDocument(withoutWithheld(operation), supergraph.requiredNames, (asked) =>
    tagRules ? withKeyFields(asked, tagRules.keys, api, options.mayRead) : asked,
  );
  const operationName = definition.name?.value ?? null;
  const plan = document ? await planner.plan({ document, operationName, percentage }) : null;
  const rootType = schema.getRootType(definition.operation);
  if (!rootType) throw new Error(`The schema has no ${definition.operation}.`);
  const program = placePlan(plan, rootType, schema);
  const shape = shapeOf(operation, program.root, api, { usages, isWithoutRepeats });
  const tagEntities = tagRules ? compileEntityTags(program, tagRules) : [];
  const steps = compileCalls(program, schema, { ...options, tagEntities });
  const parts = callsOfParts(shape, createNeededCalls(program, schema, api), api);
  // What a mutation does at its root it does before anything is answered.
  const atRoot = program.calls.filter(({ batches }) => batches.length === 0).map(({ index }) => index);
  const calls = isMutation ? { ...parts, first: new Set([...atRoot, ...parts.first]) } : parts;
  const compiled: PartsProgram<Context> = { program, steps, shape, calls, schema, api, mismatch };
  const asked = introspectionOf(operation);

  return (run) => {
    const answered = asked && executeSync({ schema: api, document: asked, variableValues: run.variables }).data;
    return runParts(compiled, run, answered ?? {});
  };
}
