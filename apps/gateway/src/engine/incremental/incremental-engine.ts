import { OperationTypeNode } from 'graphql';
import { valuesByFreeNames } from '../compile/free-variables.ts';
import { createCompiledVariants, type VariantRequest } from '../compiled-variants.ts';
import {
  coerceVariables,
  type EngineOptions,
  type ExecuteOptions,
  type PreparedOperation,
  planningFailed,
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

interface PartsRequest<Context> extends VariantRequest<Context> {
  readonly isWithoutRepeats: boolean;
  /** Is what is deferred by this variable to be given later? */
  readonly isOn: (variable: string) => boolean;
}

/** Executes operations whose answers are given in parts, and keeps what it compiled of those asked for last. */
export function createIncrementalEngine<Context>(options: EngineOptions<Context>) {
  const { api } = options.supergraph;
  const variables = new WeakMap<PreparedOperation, readonly string[] | null>();
  const bounds = { max: maxCompiled, maxSelections: maxCompiledSelections };
  const variants = createCompiledVariants<Context, CompiledParts<Context>, PartsRequest<Context>>(
    options,
    bounds,
    ({ operation, ...variant }, { isOn, isWithoutRepeats }) => {
      const { tagRules = null } = options;
      const more = { isWithoutRepeats, writesFast: false, tagRules };
      return compileParts(placeDeferred(operation, isOn), { ...options, ...variant, ...more }).catch(planningFailed);
    },
  );

  return {
    /** Does an operation ask for anything to be given later, for some variables at least? */
    isDeferred: (prepared: PreparedOperation): boolean => deferVariablesOf(prepared) !== null,

    /** Throws an EngineRefusal for variables that are not of their types, and a PlanningFailure. */
    async execute(prepared: PreparedOperation, given: InPartsOptions<Context>): Promise<AnswerInParts> {
      const { context, observer } = given;
      const coerced = coerceVariables(api, prepared, given.variables);
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

  function compiledFor(
    prepared: PreparedOperation,
    coerced: Readonly<Record<string, unknown>>,
    { context, isWithoutRepeats }: Pick<InPartsOptions<Context>, 'context' | 'isWithoutRepeats'>,
  ): Promise<CompiledParts<Context>> {
    // Left out it is true: the directive's own default.
    const isOn = (variable: string) => coerced[variable] !== false;
    const switches = (deferVariablesOf(prepared) ?? []).map((name) => Number(isOn(name))).join('');
    return variants.find({
      prepared,
      isTrue: (variable) => coerced[variable] === true,
      choices: `${Number(isWithoutRepeats)}:${switches}`,
      asker: { context },
      isWithoutRepeats,
      isOn,
    });
  }
}

export type IncrementalEngine<Context> = ReturnType<typeof createIncrementalEngine<Context>>;
