import {
  type DocumentNode,
  type FragmentDefinitionNode,
  type GraphQLError,
  type GraphQLFormattedError,
  type GraphQLSchema,
  getVariableValues,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
} from 'graphql';
import type { Guarded } from './authorization/operation-access.ts';
import { requirementsOfOperation } from './authorization/operation-requirements.ts';
import type { Grants } from './authorization/requirement.ts';
import type { TagRules } from './caching/answer-tags.ts';
import type { EntityCache } from './caching/entity-cache.ts';
import {
  type CompiledOperation,
  type CompileTimes,
  compileOperation,
  type WrittenAnswer,
} from './compile/compile-operation.ts';
import { countSelections } from './compile/count-selections.ts';
import { type FreeNames, freeNamesOf, valuesByFreeNames } from './compile/free-variables.ts';
import { type ClientOperation, conditionVariables } from './compile/variant.ts';
import { createCompiledVariants } from './compiled-variants.ts';
import type { Planner } from './planner/planner.ts';
import type { PlanObserver } from './run/plan-observer.ts';
import type { CallOptions } from './run/run-plan.ts';
import { type EngineSubscription, subscriptionOf } from './run/subscription.ts';
import type { Supergraph } from './supergraph/supergraph.ts';

export interface EngineOptions<Context> extends CallOptions<Context> {
  readonly supergraph: Supergraph;
  readonly planner: Planner;
  /** What a client is told of a value that is not as the schema says, and that no error explains. */
  readonly mismatch: (subgraph: string | undefined) => GraphQLFormattedError;
  /** Selections that an operation may unfold to; more would keep the planner busy for minutes. */
  readonly maxSelections: number;
  /** Off only in tests that hold the two ways of writing an answer against each other. */
  readonly writesFast?: boolean;
  /** How answers and entities are tagged; null where none are kept, and then nothing is fetched for it. */
  readonly tagRules?: TagRules | null;
  readonly entityCache?: EntityCache<Context> | null;
  readonly onCompiled?: CompileTimes | undefined;
  /** What who asks has to show for what the supergraph protects. Without it nobody is given any of that. */
  readonly grantsOf?: (context: Context) => Grants;
}

/** A document's operation, ready to be executed with any variables. */
export interface PreparedOperation extends Guarded {
  /** Among those of its engine. */
  readonly id: number;
  /** Once its fragments are spread. */
  readonly selections: number;
  readonly definition: OperationDefinitionNode;
  readonly operation: ClientOperation;
  readonly conditions: readonly string[];
  readonly freeNames: FreeNames;
}

export interface ExecuteOptions<Context> {
  readonly variables: Readonly<Record<string, unknown>>;
  readonly context: Context;
  readonly observer?: PlanObserver | null | undefined;
}

export interface Execution extends WrittenAnswer {
  /** The Cache-Control headers of the calls that were made. */
  readonly cacheControls: readonly (string | undefined)[];
}

/** The engine refuses an operation before anything is fetched. */
export class EngineRefusal extends Error {
  override readonly name = 'EngineRefusal';
  readonly reason: 'TOO_MANY_SELECTIONS' | 'NO_OPERATION' | 'SUBSCRIPTION' | 'UNAUTHORIZED' | 'VARIABLES';
  readonly errors: readonly GraphQLError[];

  constructor(reason: EngineRefusal['reason'], errors: readonly GraphQLError[] = []) {
    super(reason);
    this.reason = reason;
    this.errors = errors;
  }
}

/** No plan could be made. The message is for the log. */
export class PlanningFailure extends Error {
  override readonly name = 'PlanningFailure';
}

/**
 * What was compiled is bounded by what it takes: some 60 kB for the shortest operation, and a few kB for each of its
 * selections. Every choice of @skip, @include and progressive @override is one by itself.
 */
const maxCompiled = 1_000;
const maxCompiledSelections = 40_000;

/** Executes operations over one supergraph, and keeps what it compiled of those asked for last. */
export function createEngine<Context>(options: EngineOptions<Context>) {
  const { supergraph } = options;
  const { authorization, api } = supergraph;
  const bounds = { max: maxCompiled, maxSelections: maxCompiledSelections };
  const variants = createCompiledVariants<Context, CompiledOperation<Context>>(options, bounds, (variant) => {
    const { writesFast = true, tagRules = null } = options;
    return compileOperation(variant.operation, { ...options, ...variant, writesFast, tagRules }).catch(planningFailed);
  });
  let preparedCount = 0;

  return {
    supergraph,

    /** The document must be valid for the api schema. Throws an EngineRefusal. */
    prepare(document: DocumentNode, operationName?: string | null): PreparedOperation {
      const operation = operationOf(document, operationName);
      const { definition, fragments } = operation;
      const selections = countSelections(definition.selectionSet, fragments);
      if (selections > options.maxSelections) throw new EngineRefusal('TOO_MANY_SELECTIONS');
      const requirements = authorization ? requirementsOfOperation(operation, authorization, api) : [];
      const conditions = conditionVariables(operation);
      const freeNames = freeNamesOf(definition);
      return { id: preparedCount++, definition, operation, selections, conditions, requirements, freeNames };
    },

    accessVariant: variants.accessVariant,

    /** Plans and compiles ahead, as for variables that are all false, and for nobody signed in. */
    async warm(prepared: PreparedOperation): Promise<void> {
      await compiledFor(prepared, {}, null);
    },

    /** Throws an EngineRefusal for variables that are not of their types, and a PlanningFailure. */
    async execute(
      prepared: PreparedOperation,
      { variables, context, observer }: ExecuteOptions<Context>,
    ): Promise<Execution> {
      if (prepared.definition.operation === OperationTypeNode.SUBSCRIPTION) throw new EngineRefusal('SUBSCRIPTION');
      const coerced = coerceVariables(api, prepared, variables);
      const run = await compiledFor(prepared, coerced, { context });
      const cacheControls: (string | undefined)[] = [];
      const mayBeKept = prepared.definition.operation === OperationTypeNode.QUERY && !observer?.readsPastCaches;
      const entities = mayBeKept ? (options.entityCache ?? null) : null;
      const values = valuesByFreeNames(prepared, variables, coerced);
      const answer = await run({ ...values, context, cacheControls, entities, observer });
      return { ...answer, cacheControls };
    },

    /** A subscription, made ready to be opened. Throws what `execute` throws. */
    async subscribe(
      prepared: PreparedOperation,
      { variables, context }: Pick<ExecuteOptions<Context>, 'variables' | 'context'>,
    ): Promise<EngineSubscription<Context>> {
      const coerced = coerceVariables(api, prepared, variables);
      const run = await compiledFor(prepared, coerced, { context });
      const { opening } = run;
      // Nothing that opens is left of it: the root's own `__typename`, or what is withheld.
      if (!opening) throw new EngineRefusal(prepared.requirements.length > 0 ? 'UNAUTHORIZED' : 'NO_OPERATION');
      return subscriptionOf({ opening, run, ...valuesByFreeNames(prepared, variables, coerced) });
    },
  };

  function compiledFor(
    prepared: PreparedOperation,
    coerced: Readonly<Record<string, unknown>>,
    asker: { readonly context: Context } | null,
  ): Promise<CompiledOperation<Context>> {
    return variants.find({ prepared, isTrue: (variable) => coerced[variable] === true, choices: '', asker });
  }
}

/** An operation's variables as GraphQL reads them. Throws an EngineRefusal for those that are not of their types. */
export function coerceVariables(
  api: GraphQLSchema,
  { definition }: PreparedOperation,
  variables: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  const { variableDefinitions = [] } = definition;
  if (variableDefinitions.length === 0) return {};
  const { coerced, errors } = getVariableValues(api, variableDefinitions, variables, { maxErrors: 5 });
  if (!coerced) throw new EngineRefusal('VARIABLES', errors ?? []);
  return coerced;
}

/** @throws PlanningFailure */
export function planningFailed(cause: unknown): never {
  throw new PlanningFailure('no plan could be made', { cause });
}

export type Engine<Context> = ReturnType<typeof createEngine<Context>>;

function operationOf({ definitions }: DocumentNode, operationName: string | null | undefined): ClientOperation {
  const fragments = new Map<string, FragmentDefinitionNode>();
  const operations: OperationDefinitionNode[] = [];
  for (const definition of definitions) {
    if (definition.kind === Kind.FRAGMENT_DEFINITION) fragments.set(definition.name.value, definition);
    if (definition.kind === Kind.OPERATION_DEFINITION) operations.push(definition);
  }
  const named = operationName ? operations.filter(({ name }) => name?.value === operationName) : operations;
  const [definition, ...others] = named;
  if (!definition || others.length > 0) throw new EngineRefusal('NO_OPERATION');
  return { definition, fragments };
}
