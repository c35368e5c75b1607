import { type GraphQLSchema, isObjectType } from 'graphql';
import type { PlanProgram } from '../compile/positions.ts';
import type { Selection } from '../compile/shape.ts';
import { type CompletionOptions, createCompleter } from '../run/complete.ts';
import { createExplanations } from '../run/explain.ts';
import { RequestState } from '../run/request-state.ts';
import type { PlanRun, Step } from '../run/run-plan.ts';
import type { AnswerInParts, LaterPart, NextParts } from './answer-parts.ts';
import { createCallRunner } from './call-runner.ts';
import type { DeferUsage } from './defer-usage.ts';
import type { CallSet } from './needed-calls.ts';
import { createPartWatch, type OpenPart, readAgain } from './pending-parts.ts';

/** An operation whose answer is given in parts, ready to be run. */
export interface PartsProgram<Context> {
  readonly program: PlanProgram;
  readonly steps: readonly Step<Context>[];
  /** What the first part shows, with what comes later hanging on it. */
  readonly shape: Selection;
  readonly calls: { readonly first: CallSet; readonly later: ReadonlyMap<DeferUsage, CallSet> };
  readonly schema: GraphQLSchema;
  readonly api: GraphQLSchema;
  readonly mismatch: CompletionOptions['mismatch'];
}

const noCalls: CallSet = new Set();

/**
 * Runs it over one state: every part is written from what all calls so far have brought, so nothing is fetched twice and
 * no part can say something else than another. A part is made when it is asked for, so who reads slowly is written less often, and
 * what became ready in between goes out together.
 */
export async function runParts<Context>(
  compiled: PartsProgram<Context>,
  run: PlanRun<Context>,
  introspection: CompletionOptions['introspection'],
): Promise<AnswerInParts> {
  const { program, steps, shape, calls, schema, api, mismatch } = compiled;
  const state = new RequestState(program);
  const runCalls = createCallRunner(program.node, steps, run, state);
  const explanations = createExplanations(state, mismatch);
  const watch = createPartWatch();
  const completer = createCompleter(state, explanations, { schema, api, introspection }, watch);

  await runCalls(calls.first);
  const { type } = shape;
  if (!isObjectType(type)) throw new Error('A root is of an object type.');
  const data = completer.complete({ selection: shape, type, trail: null, path: [] }, undefined);
  const open = watch.take();
  if (open.length === 0) explanations.reportRest();
  return { first: { data, errors: explanations.take(), pending: open.map(toPending) }, next: nextParts(open) };

  async function* nextParts(first: readonly OpenPart[]): AsyncGenerator<NextParts, void, undefined> {
    const ready: OpenPart[] = [];
    let waiting = 0;
    /** What no call may end in. Nobody can be told any more but by the end of the answer. */
    let fault: { readonly error: unknown } | null = null;
    let wake: () => void = () => undefined;
    const begin = (parts: readonly OpenPart[]) => {
      for (const [usage, ofUsage] of Map.groupBy(parts, (part) => part.usage)) {
        waiting += ofUsage.length;
        runCalls(calls.later.get(usage) ?? noCalls).then(
          () => {
            ready.push(...ofUsage);
            wake();
          },
          (error: unknown) => {
            fault = { error };
            wake();
          },
        );
      }
    };
    begin(first);
    while (waiting > 0) {
      if (ready.length === 0 && !fault) {
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
      throwIf(fault);
      const taken = ready.splice(0);
      waiting -= taken.length;
      const parts = taken.map(completePart);
      const inside = watch.take();
      begin(inside);
      const hasNext = waiting > 0;
      if (!hasNext) addRest(parts);
      yield { parts, pending: inside.map(toPending), hasNext };
    }
  }

  function completePart(open: OpenPart): LaterPart {
    const before = watch.count();
    const objects = open.objects.flatMap(({ selection, type, trail, path }) => {
      const data = completer.complete({ selection, type, trail, path }, readAgain(trail, state));
      return data ? [{ path, data }] : [];
    });
    const isNulled = objects.length < open.objects.length;
    if (isNulled) watch.dropFrom(before);
    return { pending: toPending(open), objects: isNulled ? [] : objects, errors: explanations.take(), isNulled };
  }

  /** What went wrong and shows at no place is told with the last part. */
  function addRest(parts: LaterPart[]): void {
    explanations.reportRest();
    const rest = explanations.take();
    const last = parts.pop();
    if (last) parts.push({ ...last, errors: [...last.errors, ...rest] });
  }
}

function throwIf(fault: { readonly error: unknown } | null): void {
  if (fault) throw fault.error;
}

function toPending({ id, path, label }: OpenPart) {
  return { id, path, label };
}
