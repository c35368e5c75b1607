import { LRUCache } from 'lru-cache';
import { createAccess } from './authorization/operation-access.ts';
import { createVariantBound } from './authorization/variants.ts';
import type { MayRead } from './authorization/withheld.ts';
import { withFreeNames } from './compile/free-variables.ts';
import { type ClientOperation, withoutConditions } from './compile/variant.ts';
import type { EngineOptions, PreparedOperation } from './engine.ts';

/** One choice of conditions, overrides and grants, of one operation. */
export interface OperationVariant {
  /** Without @skip and @include, and with what is withheld marked. */
  readonly operation: ClientOperation;
  /** From 0 to below 100: which progressive overrides are on. */
  readonly percentage: number;
  readonly mayRead: MayRead | null;
}

export interface VariantRequest<Context> {
  readonly prepared: PreparedOperation;
  readonly isTrue: (variable: string) => boolean;
  /** All else that what is compiled depends on, as a text. */
  readonly choices: string;
  /** Null: for nobody signed in. */
  readonly asker: { readonly context: Context } | null;
}

/** What may be kept at a time. */
export interface VariantBounds {
  readonly max: number;
  readonly maxSelections: number;
}

interface Compiling<Compiled> {
  readonly compiled: Promise<Compiled>;
  readonly selections: number;
}

/** Keeps what was compiled of operations, those asked for last; each variant is compiled once for all who ask at the same time. */
export function createCompiledVariants<
  Context,
  Compiled,
  Request extends VariantRequest<Context> = VariantRequest<Context>,
>(
  { supergraph, planner, grantsOf }: EngineOptions<Context>,
  { max, maxSelections: maxSize }: VariantBounds,
  compile: (variant: OperationVariant, request: Request) => Promise<Compiled>,
) {
  const thresholds = [...new Set(planner.overridePercentages)].sort((a, b) => a - b);
  const access = createAccess(supergraph, grantsOf);
  const bound = createVariantBound<PreparedOperation>();
  const sizeCalculation = ({ selections }: Compiling<Compiled>) => 10 + selections;
  const kept = new LRUCache<string, Compiling<Compiled>>({ max, maxSize, sizeCalculation });

  return {
    /** One text for all viewers who are given the same of an operation; empty where none of it is protected. */
    accessVariant: access.variantOf,

    /** Rejects as compiling does, and does not keep that. */
    find(request: Request): Promise<Compiled> {
      const { prepared, isTrue, choices, asker } = request;
      // Between two thresholds every draw switches the same overrides on.
      const draw = thresholds.length > 0 ? Math.random() * 100 : 0;
      const percentage = thresholds.findLast((threshold) => threshold <= draw) ?? 0;
      const given = access.of(prepared, asker);
      const conditions = prepared.conditions.map((name) => Number(isTrue(name))).join('');
      const variant = `${prepared.id}:${percentage}:${conditions}:${choices}:${given.variant}`;
      const known = kept.get(variant);
      if (known) return known.compiled;
      const free = withFreeNames(withoutConditions(prepared.operation, isTrue), prepared.freeNames);
      const { mayRead } = given;
      const compiled = compile({ operation: given.restrict(free), percentage, mayRead }, request).catch((cause) => {
        kept.delete(variant);
        throw cause;
      });
      kept.set(variant, { compiled, selections: prepared.selections });
      const spare = given.variant === '' ? undefined : bound.add(prepared, variant);
      if (spare !== undefined) kept.delete(spare);
      return compiled;
    },
  };
}
