import type { GraphQLFormattedError, GraphQLSchema } from 'graphql';
import type { TagEntity } from '../caching/answer-tags.ts';
import type { EntityCache, EntityLookup } from '../caching/entity-cache.ts';
import { compileCollect, Representations } from '../compile/collect.ts';
import type { BatchProgram, CallProgram, PlanProgram, ProgramNode } from '../compile/positions.ts';
import type { PublishErrors, SubgraphReply, SubgraphTransport } from '../engine-types.ts';
import { compileCallBody } from './call-body.ts';
import { placeErrors } from './place-errors.ts';
import type { AskedEntities, PlanObserver } from './plan-observer.ts';
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
  /** As GraphQL reads them: with defaults. */
  readonly coerced: Readonly<Record<string, unknown>>;
  /** Every answer's Cache-Control, as calls come in. */
  readonly cacheControls: (string | undefined)[];
  /** Entities that were fetched before; null where none may be kept. */
  readonly entities: EntityCache<Context> | null;
  /** Of a subscription: what its subgraph said this time, or why nothing comes of it any more. */
  readonly event?: SubgraphReply | Error;
  /** Who wants to know what becomes of each call; nobody, as a rule. */
  readonly observer?: PlanObserver | null | undefined;
}

export type RunPlan<Context> = (run: PlanRun<Context>) => Promise<RequestState>;

/** Makes a call. Undefined: there was nothing to ask for. */
export type Step<Context> = (run: PlanRun<Context>, state: RequestState) => Promise<unknown> | undefined;

/** A program made ready to be run: everything that does not depend on variables or data is done here. */
export function compilePlan<Context>(
  program: PlanProgram,
  schema: GraphQLSchema,
  options: CallOptions<Context> & { readonly tagEntities: readonly TagEntity[] },
): RunPlan<Context> {
  const calls = compileCalls(program, schema, options);
  const step = program.node ? compileNode(program.node) : null;
  return async (run) => {
    const state = new RequestState(program);
    await step?.(run, state);
    return state;
  };

  function compileNode(node: ProgramNode): Step<Context> {
    if (node.kind === 'call') return calls[node.call.index] ?? nothing;
    const steps = node.nodes.map(compileNode);
    if (node.kind === 'parallel') return (run, state) => Promise.all(steps.map((next) => next(run, state)));
    return async (run, state) => {
      for (const next of steps) await next(run, state);
    };
  }
}

const nothing = (): undefined => undefined;

/** A program's calls made ready, in their order. Whoever makes them sees to it that what they need has been fetched. */
export function compileCalls<Context>(
  program: PlanProgram,
  schema: GraphQLSchema,
  options: CallOptions<Context> & { readonly tagEntities: readonly TagEntity[] },
): readonly Step<Context>[] {
  return program.calls.map(compileCall);

  function compileCall(call: CallProgram): Step<Context> {
    const { subgraph, operation } = call.node;
    const { membersOf, bodyOf } = compileCallBody(call.node);
    const batches = call.batches.map((batch) => ({
      batch,
      collect: compileCollect(batch, program.root, schema),
    }));

    return (run, state) => {
      const members = membersOf(run.variables);
      if (batches.length === 0) return send(bodyOf(members), [], run, state);
      const asks = batches.map(({ batch, collect }) => {
        const representations = new Representations();
        collect(state, representations);
        state.representations[batch.index] = representations;
        return askFor(batch, representations, members.join(','), run, state);
      });
      if (asks.every(({ texts }) => texts.length === 0)) {
        run.observer?.callSpared(call.index, keptCount(asks, state));
        return undefined;
      }
      const parts = asks.length === 1 && asks[0] ? partsByContext(asks[0]) : null;
      if (!parts) return send(bodyOf([...members, ...asks.map(listOf)]), asks, run, state);
      return Promise.all(
        parts.map(({ context, ask }) => send(bodyOf([...members, context, listOf(ask)]), [ask], run, state)),
      );
    };

    /** What of a batch has to be asked for: all of it, but for what is kept. */
    function askFor(
      batch: BatchProgram,
      representations: Representations,
      variables: string,
      { context, entities, cacheControls }: PlanRun<Context>,
      state: RequestState,
    ): Ask {
      const { texts, contexts } = representations;
      const tag = options.tagEntities[batch.index];
      const lookup =
        entities && tag ? entities.open({ subgraph, text: batch.selection, variables, tag }, context) : null;
      if (!lookup) return { batch, texts, contexts, places: null, lookup: null };
      const missing: Ask = { batch, texts: [], contexts: [], places: [], lookup };
      const found = new Array<Json | null>(texts.length).fill(null);
      for (const [place, text] of texts.entries()) {
        const kept = lookup.find((contexts[place] ?? '') + text);
        if (kept) {
          found[place] = kept.entity;
          if (!kept.isPlain) state.isPlain = false;
          cacheControls.push(kept.cacheControl);
        } else {
          missing.texts.push(text);
          missing.contexts.push(contexts[place]);
          missing.places?.push(place);
        }
      }
      state.entities[batch.index] = found;
      return missing;
    }

    async function send(body: string, asks: readonly Ask[], run: PlanRun<Context>, state: RequestState): Promise<void> {
      const { context, cacheControls, observer } = run;
      const watch = observer ? observer.callBegan(call.index, countsOf(asks, state), Buffer.byteLength(body)) : null;
      try {
        // An event stands where an answer would, and what it brings must not be older than it.
        const isFresh = run.event !== undefined;
        const reply =
          operation === 'subscription'
            ? eventOf(run)
            : await options.transport.send({ subgraph, body, kind: operation, context, isFresh, watch });
        cacheControls.push(reply.cacheControl);
        watch?.answered({ bytes: Buffer.byteLength(reply.text), cacheControl: reply.cacheControl });
        reply.parsed ??= JSON.parse(reply.text);
        // JSON writes no quote, no control and no half of a character without a backslash.
        const isPlain = !reply.text.includes('\\');
        if (!isPlain) state.isPlain = false;
        const answer = readAnswer(reply.parsed);
        const errors = answer.errors == null ? none : options.publishErrors(answer.errors, subgraph).map(toKnownPath);
        if (errors.length > 0) watch?.erred(errors);
        if (answer.data === null && errors.length === 0) throw new AnswerFault('no data and no errors');
        const data = answer.data ?? nulledData(asks, errors, state);
        const [first] = errors;
        if (!data) {
          if (first) state.failures.set(call.index, { message: first.message, extensions: first.extensions ?? {} });
          return;
        }
        if (asks.length === 0) state.roots[call.index] = data;
        // What came with an error is not kept, for it may be less than it was.
        const cacheControl = errors.length === 0 ? reply.cacheControl : 'no-store';
        for (const ask of asks) keep(ask, data, { cacheControl, isPlain }, state);
        if (errors.length === 0) return;
        const placed = errors.map((error) => placedError(asks, error));
        placeErrors(state, call, placedData(asks, data, state), placed);
      } catch (error) {
        const failure = options.failureOf(error, subgraph, context);
        cacheControls.push('no-store');
        const isStale = asks.length > 0 && asks.every((ask) => keepStale(ask, state));
        if (!isStale) state.failures.set(call.index, failure);
        watch?.failed(failure, isStale);
      } finally {
        watch?.done();
      }
    }

    function toKnownPath(error: GraphQLFormattedError): GraphQLFormattedError {
      return withKnownPath(error, call);
    }

    /** Data that is null because of errors that say where: as if everything in it was null. */
    function nulledData(
      asks: readonly Ask[],
      errors: readonly GraphQLFormattedError[],
      state: RequestState,
    ): Json | null {
      if (!errors.every(({ path }) => path?.length)) return null;
      const data: Record<string, unknown> = {};
      for (const { batch, texts } of asks) data[batch.alias] = new Array(texts.length).fill(null);
      state.nulled.add(data);
      return data;
    }
  }
}

const none: readonly GraphQLFormattedError[] = [];

function eventOf({ event }: Pick<PlanRun<unknown>, 'event'>): SubgraphReply {
  if (!event) throw new AnswerFault('there is no event');
  if (event instanceof Error) throw event;
  return event;
}

/** What a call asks of one batch. */
interface Ask {
  readonly batch: BatchProgram;
  readonly texts: string[];
  readonly contexts: (string | undefined)[];
  /** Where each stands among the batch's representations; null when all of them are asked for. */
  readonly places: number[] | null;
  readonly lookup: EntityLookup | null;
}

function keptCount(asks: readonly Ask[], state: RequestState): number {
  return asks.reduce((sum, { batch, texts, places }) => {
    const all = state.representations[batch.index]?.texts.length ?? 0;
    return places === null ? sum : sum + all - texts.length;
  }, 0);
}

function countsOf(asks: readonly Ask[], state: RequestState): AskedEntities {
  return { asked: asks.reduce((sum, { texts }) => sum + texts.length, 0), kept: keptCount(asks, state) };
}

function listOf({ batch, texts }: Ask): string {
  return `${JSON.stringify(batch.variable)}:[${texts.join(',')}]`;
}

/** Entities with different arguments from above them cannot be asked for in one call. Null: there are no such arguments. */
function partsByContext({ batch, texts, contexts, places, lookup }: Ask) {
  if (contexts.every((context) => context === undefined)) return null;
  const parts = new Map<string, Required<Ask>>();
  texts.forEach((text, index) => {
    const context = contexts[index] ?? '';
    const part = parts.get(context) ?? { batch, texts: [], contexts: [], places: [], lookup };
    parts.set(context, part);
    part.texts.push(text);
    part.contexts.push(context);
    part.places?.push(places?.[index] ?? index);
  });
  return [...parts].map(([context, ask]) => ({ context, ask }));
}

/** Takes a batch's entities from an answer, and gives them to the cache. */
function keep(
  { batch, texts, contexts, places, lookup }: Ask,
  data: Json,
  reply: { readonly cacheControl: string | undefined; readonly isPlain: boolean },
  state: RequestState,
) {
  const entities = data[batch.alias];
  if (!isEntityList(entities) || entities.length !== texts.length) {
    throw new AnswerFault(`${batch.alias} is no list of as many entities as were asked for`);
  }
  if (places === null) {
    state.entities[batch.index] = entities;
    return;
  }
  const all =
    state.entities[batch.index] ??
    new Array<Json | null>(state.representations[batch.index]?.texts.length ?? 0).fill(null);
  state.entities[batch.index] = all;
  places.forEach((place, index) => {
    const entity = entities[index] ?? null;
    all[place] = entity;
    const text = texts[index] ?? '';
    lookup?.keep((contexts[index] ?? '') + text, text, entity, reply);
  });
}

/** In place of an answer that did not come, what is kept of before; false when not all of it is. */
function keepStale({ batch, texts, contexts, places, lookup }: Ask, state: RequestState): boolean {
  const stale = texts.map((text, index) => lookup?.findStale((contexts[index] ?? '') + text));
  if (!lookup || stale.includes(undefined)) return false;
  state.isPlain = false;
  const all = state.entities[batch.index];
  places?.forEach((place, index) => {
    if (all) all[place] = stale[index] ?? null;
  });
  return true;
}

/** An answer's data as it now stands in the state: where only some of a batch was asked for, its lists are other ones. */
function placedData(asks: readonly Ask[], data: Json, state: RequestState): unknown {
  if (asks.every(({ places }) => places === null)) return data;
  return Object.fromEntries(asks.map(({ batch }) => [batch.alias, state.entities[batch.index]]));
}

function placedError(asks: readonly Ask[], error: GraphQLFormattedError): GraphQLFormattedError {
  const [alias, index, ...rest] = error.path ?? [];
  const places = asks.find(({ batch }) => batch.alias === alias)?.places;
  const place = places?.[Number(index)];
  return place === undefined ? error : { ...error, path: [String(alias), place, ...rest] };
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
