import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import { type Collect, compileCollect, Representations } from '../compile/collect.ts';
import type { CallProgram, PlanProgram, ProgramNode } from '../compile/positions.ts';
import type { PublishErrors, SubgraphTransport } from '../engine-types.ts';
import { placeErrors } from './place-errors.ts';
import { type Json, RequestState } from './request-state.ts';

export interface CallOptions<Context> {
  readonly transport: SubgraphTransport<Context>;
  readonly publishErrors: PublishErrors;
  /** What a client is told of a call that came to nothing. Logs it. */
  readonly failureOf: (cause: unknown, subgraph: string, context: Context) => GraphQLFormattedError;
}

export interface PlanRun<Context> {
  readonly context: Context;
  /** As the client sent them. */
  readonly variables: Readonly<Record<string, unknown>>;
  /** Every answer's Cache-Control, as calls come in. */
  readonly cacheControls: (string | undefined)[];
}

export type RunPlan<Context> = (run: PlanRun<Context>) => Promise<RequestState>;

type Step<Context> = (run: PlanRun<Context>, state: RequestState) => Promise<unknown> | undefined;

/** A program made ready to be run: everything that does not depend on variables or data is done here. */
export function compilePlan<Context>(
  program: PlanProgram,
  schema: GraphQLSchema,
  options: CallOptions<Context>,
): RunPlan<Context> {
  const step = program.node ? compileNode(program.node) : null;
  return async (run) => {
    const state = new RequestState(program);
    await step?.(run, state);
    return state;
  };

  function compileNode(node: ProgramNode): Step<Context> {
    if (node.kind === 'call') return compileCall(node.call);
    const steps = node.nodes.map(compileNode);
    if (node.kind === 'parallel') return (run, state) => Promise.all(steps.map((next) => next(run, state)));
    return async (run, state) => {
      for (const next of steps) await next(run, state);
    };
  }

  function compileCall(call: CallProgram): Step<Context> {
    const { subgraph, operation, document } = call.node;
    const prefix = `{"query":${JSON.stringify(document)},"variables":{`;
    const variables = call.node.variables.map((name) => ({ name, label: `${JSON.stringify(name)}:` }));
    const batches = call.batches.map((batch) => ({
      batch,
      collect: compileCollect(batch, program.root, schema) as Collect,
      label: `${JSON.stringify(batch.variable)}:[`,
    }));

    return (run, state) => {
      const members: string[] = [];
      for (const { name, label } of variables) {
        const value = Object.hasOwn(run.variables, name) ? run.variables[name] : undefined;
        if (value !== undefined) members.push(label + JSON.stringify(value));
      }
      if (batches.length === 0) return ask(members, [], run, state);
      const collected = batches.map(({ collect }) => collectOf(collect, state));
      if (collected.every(({ texts }) => texts.length === 0)) return undefined;
      const parts = partsOf(collected);
      if (!parts)
        return ask([...members, ...lists(collected.map(({ texts }) => texts))], collected.map(allOf), run, state);
      return Promise.all(
        parts.map(({ context, indices }) => {
          const texts = indices.map((index) => collected[0]?.texts[index] ?? '');
          return ask(
            [...members, context, ...lists([texts])],
            [{ total: collected[0]?.texts.length ?? 0, indices }],
            run,
            state,
          );
        }),
      );
    };

    function lists(texts: readonly (readonly string[])[]): string[] {
      return batches.map(({ label }, index) => `${label}${texts[index]?.join(',') ?? ''}]`);
    }

    function ask(members: readonly string[], asked: readonly Asked[], run: PlanRun<Context>, state: RequestState) {
      return send(`${prefix}${members.join(',')}}}`, asked, run, state);
    }

    async function send(
      body: string,
      asked: readonly Asked[],
      { context, cacheControls }: PlanRun<Context>,
      state: RequestState,
    ): Promise<void> {
      try {
        const reply = await options.transport.send({ subgraph, body, kind: operation, context });
        cacheControls.push(reply.cacheControl);
        reply.parsed ??= JSON.parse(reply.text);
        const answer = readAnswer(reply.parsed);
        const errors = options.publishErrors(answer.errors, subgraph).map((error) => withKnownPath(error, call));
        if (answer.data === null && errors.length === 0) throw new AnswerFault('no data and no errors');
        const data = answer.data ?? nulledData(asked, errors, state);
        const [first] = errors;
        if (!data) {
          if (first) state.failures.set(call.index, { message: first.message, extensions: first.extensions ?? {} });
          return;
        }
        keep(data, asked, state);
        placeErrors(state, call, data, errors);
      } catch (error) {
        state.failures.set(call.index, options.failureOf(error, subgraph, context));
      }
    }

    /** Data that is null because of errors that say where: as if everything in it was null. */
    function nulledData(
      asked: readonly Asked[],
      errors: readonly GraphQLFormattedError[],
      state: RequestState,
    ): Json | null {
      if (!errors.every(({ path }) => path?.length)) return null;
      const data: Record<string, unknown> = {};
      batches.forEach(({ batch }, index) => {
        data[batch.alias] = new Array(asked[index]?.indices.length ?? 0).fill(null);
      });
      state.nulled.add(data);
      return data;
    }

    function keep(data: Json, asked: readonly Asked[], state: RequestState): void {
      if (batches.length === 0) state.roots[call.index] = data;
      batches.forEach(({ batch }, index) => {
        const entities = data[batch.alias];
        const { total, indices } = asked[index] ?? { total: 0, indices: [] };
        if (!isEntityList(entities) || entities.length !== indices.length) {
          throw new AnswerFault(`${batch.alias} is no list of as many entities as were asked for`);
        }
        if (indices.length === total) {
          state.entities[batch.index] = entities;
          return;
        }
        const all = state.entities[batch.index] ?? new Array<Json | null>(total).fill(null);
        state.entities[batch.index] = all;
        indices.forEach((place, from) => {
          all[place] = entities[from] ?? null;
        });
      });
    }
  }
}

/** Which of a batch's representations a call asks for. */
interface Asked {
  readonly total: number;
  readonly indices: readonly number[];
}

function allOf({ texts }: Representations): Asked {
  return { total: texts.length, indices: [...texts.keys()] };
}

/** Entities with different arguments from above them cannot be asked for in one call. Null: there are no such arguments. */
function partsOf([first, ...others]: readonly Representations[]) {
  if (!first || others.length > 0 || first.contexts.every((context) => context === undefined)) return null;
  const parts = new Map<string, number[]>();
  first.contexts.forEach((context = '', index) => {
    parts.set(context, [...(parts.get(context) ?? []), index]);
  });
  return [...parts].map(([context, indices]) => ({ context, indices }));
}

function collectOf(collect: Collect, state: RequestState): Representations {
  const representations = new Representations();
  collect(state, representations);
  return representations;
}

/** A name on a path that was not asked for could tell something of the inside. */
function withKnownPath(error: GraphQLFormattedError, { responseKeys }: CallProgram): GraphQLFormattedError {
  const { path, ...rest } = error;
  const isKnown = path?.every((part) => typeof part === 'number' || responseKeys.has(part));
  return isKnown ? error : rest;
}

/** A subgraph's answer is not one. The message is for the log. */
export class AnswerFault extends Error {
  override readonly name = 'AnswerFault';
}

function readAnswer(answer: unknown): { readonly data: Json | null; readonly errors: unknown } {
  if (!isObject(answer)) throw new AnswerFault('the answer is no object');
  const { data = null, errors } = answer;
  if (data !== null && !isObject(data)) throw new AnswerFault('data is no object');
  return { data, errors };
}

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isEntityList(value: unknown): value is (Json | null)[] {
  return Array.isArray(value) && value.every((entity) => entity === null || isObject(entity));
}
