import { getVariableValues, OperationTypeNode } from 'graphql';
import { LRUCache } from 'lru-cache';
import { createAccess } from '../authorization/operation-access.ts';
import { createVariantBound } from '../authorization/variants.ts';
import { valuesByFreeNames, withFreeNames } from '../compile/free-variables.ts';
import { withoutConditions } from '../compile/variant.ts';
import {
  type EngineOptions,
  EngineRefusal,
  type ExecuteOptions,
  PlanningFailure,
  type PreparedOperation,
} from '../engine.ts';
import type { AnswerInParts } from './answer-parts.ts';
import { type CompiledParts, compileParts } from './compile-parts.ts';
import { deferVariables, placeDeferred } from './defer-usage.ts';

export interface InPartsOptions<Context> extends ExecuteOptions<Context> {
  /** Are fields left out of a part that were in one before it? */
  readonly isWithoutRepeats: boolean;
}

/** Bounded as what is compiled of other operations, at a share of it. */
const maxCompiled = 250;
const maxCompiledSelections = 10_000;

interface Compiling<Context> {
  readonly run: Promise<CompiledParts<Context>>;
  readonly selections: number;
}

/** Executes operations whose answers are given in parts, and keeps what it compiled of those asked for last. */
export function createIncrementalEngine<Context>(options: EngineOptions<Context>) {
  const { supergraph, planner } = options;
  const thresholds = [...new Set(planner.overridePercentages)].sort((a, b) => a - b);
  const access = createAccess(supergraph, options.grantsOf);
  const variants = createVariantBound<PreparedOperation>();
  const variables = new WeakMap<PreparedOperation, readonly string[] | null>();
  const compiled = new LRUCache<string, Compiling<Context>>({
    max: maxCompiled,
    maxSize: maxCompiledSelections,
    sizeCalculation: ({ selections }) => 10 + selections,
  });

  return {
    /** Does an operation ask for anything to be given later, for some variables at least? */
    isDeferred: (prepared: PreparedOperation): boolean => deferVariablesOf(prepared) !== null,

    /** Throws an EngineRefusal for variables that are not of their types, and a PlanningFailure. */
    async execute(prepared: PreparedOperation, given: InPartsOptions<Context>): Promise<AnswerInParts> {
      const { context, observer } = given;
      const coerced = coerce(prepared, given.variables);
      const run = await compiledFor(prepared, coerced, given);
      const isQuery = prepared.definition.operation === OperationTypeNode.QUERY;
      const entities = isQuery && !observer?.readsPastCaches ? (options.entityCache ?? null) : null;
      const values = valuesByFreeNames(prepared, given.variables, coerced);
      return run({ ...values, context, cacheControls: [], entities, observer });
    },
  };

  function deferVariablesOf(prepared: PreparedOperation): readonly string[] | null {
    const known = variables.get(prepared);
    if (known !== undefined) return known;
    const found = deferVariables(prepared.operation);
    variables.set(prepared, found);
    return found;
  }

  function coerce({ definition }: PreparedOperation, given: Readonly<Record<string, unknown>>) {
    const { coerced, errors } = getVariableValues(supergraph.api, definition.variableDefinitions ?? [], given, {
      maxErrors: 5,
    });
    if (!coerced) throw new EngineRefusal('VARIABLES', errors ?? []);
    return coerced;
  }

  function compiledFor(
    prepared: PreparedOperation,
    coerced: Readonly<Record<string, unknown>>,
    { context, isWithoutRepeats }: Pick<InPartsOptions<Context>, 'context' | 'isWithoutRepeats'>,
  ): Promise<CompiledParts<Context>> {
    const isTrue = (variable: string) => coerced[variable] === true;
    // Left out it is true: the directive's own default.
    const isOn = (variable: string) => coerced[variable] !== false;
    const draw = thresholds.length > 0 ? Math.random() * 100 : 0;
    const percentage = thresholds.findLast((threshold) => threshold <= draw) ?? 0;
    const choices = [...prepared.conditions.map(isTrue), ...(deferVariablesOf(prepared) ?? []).map(isOn)];
    const given = access.of(prepared, { context });
    const switches = choices.map(Number).join('');
    const variant = `${prepared.id}:${percentage}:${Number(isWithoutRepeats)}:${switches}:${given.variant}`;
    const known = compiled.get(variant);
    if (known) return known.run;
    const operation = withFreeNames(withoutConditions(prepared.operation, isTrue), prepared.freeNames);
    const run = compileParts(placeDeferred(given.restrict(operation), isOn), {
      ...options,
      percentage,
      isWithoutRepeats,
      writesFast: false,
      tagRules: options.tagRules ?? null,
      mayRead: given.mayRead,
    }).catch((cause: unknown) => {
      compiled.delete(variant);
      throw new PlanningFailure('no plan could be made', { cause });
    });
    compiled.set(variant, { run, selections: prepared.selections });
    const spare = given.variant === '' ? undefined : variants.add(prepared, variant);
    if (spare !== undefined) compiled.delete(spare);
    return run;
  }
}

export type IncrementalEngine<Context> = ReturnType<typeof createIncrementalEngine<Context>>;
