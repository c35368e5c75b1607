import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { GuardedFetch } from '@dateline/service-kit/guarded-fetch';
import { InputFault } from '../faults.ts';
import { type NamedSource, sourceNamed } from '../input/inputs-of.ts';
import { isAddress, type WireInput } from '../input/wire-input.ts';
import type { Terminal } from '../terminal.ts';
import type { ImportRun } from './import-run.ts';
import { someLeftOver } from './picture-delivery.ts';
import { pollAddress } from './poll-address.ts';
import { watchFolder } from './watch-folder.ts';

interface WatchSettings {
  readonly sources: readonly NamedSource[];
  readonly run: ImportRun;
  readonly command: { readonly everyMs: number; readonly stableForMs?: number };
  readonly guarded: GuardedFetch;
  readonly cwd: string;
  readonly terminal: Terminal;
  readonly signal: AbortSignal;
  /** Where pictures that wait may lie. */
  readonly places: () => Promise<readonly WireInput[]>;
}

/** How often pictures are tried again that media, or who has them, did not give. */
const leftOverEveryMs = 5 * 60_000;

/**
 * Goes on importing what comes into folders and to addresses until the run is stopped. What each brings is sent before the
 * next is read, so that a stop loses nothing. Where it stood nobody has to remember: to import again changes nothing.
 */
export async function watchSources(given: WatchSettings): Promise<void> {
  const { sources, run, terminal } = given;
  const fault = new AbortController();
  const signal = AbortSignal.any([given.signal, fault.signal]);
  const settings = { ...given, signal };
  let turn: Promise<unknown> = Promise.resolve();
  /** One after the other, whichever source they come from. */
  const inTurn = (work: () => Promise<void>): Promise<void> => {
    const done = turn.then(work);
    turn = done.catch(() => undefined);
    return done;
  };
  const take = (input: WireInput) =>
    inTurn(async () => {
      await run.take(input);
      await run.drain();
    });
  terminal.fault(`Watching ${sources.map(({ name }) => name).join(', ')}. Ctrl-C ends it.`);
  const pictures = attachNowAndThen(() => inTurn(() => attachLeftOver(settings)), signal);
  // What ends one of them ends all, in order.
  const together = [
    pictures,
    ...sources.map(({ name }) => {
      if (isAddress(name)) return poll(name, take, settings);
      return follow(name, (path) => inTurn(() => takePath(path, settings)), settings);
    }),
  ].map((one) =>
    one.catch((error: unknown) => {
      fault.abort();
      throw error;
    }),
  );
  const ends = await Promise.allSettled(together);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

async function attachNowAndThen(attach: () => Promise<void>, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    await sleep(leftOverEveryMs, undefined, { signal }).catch(() => undefined);
    if (!signal.aborted) await attach();
  }
}

async function attachLeftOver({ run, places }: WatchSettings): Promise<void> {
  await run.attachLeftOver(await places(), someLeftOver);
}

async function poll(url: string, take: (input: WireInput) => Promise<void>, settings: WatchSettings): Promise<void> {
  const { guarded, signal, terminal, command } = settings;
  const onFault = (reason: string) => terminal.fault(`${url}: ${reason}`);
  for await (const input of pollAddress({ url, guarded, signal, onFault, everyMs: command.everyMs })) await take(input);
}

async function follow(name: string, take: (path: string) => Promise<void>, settings: WatchSettings): Promise<void> {
  const { cwd, signal, terminal, command } = settings;
  const onError = (message: string) => terminal.fault(`${name}: ${message}`);
  const { stableForMs } = command;
  const watching = { folder: resolve(cwd, name), signal, onError, ...(stableForMs && { stableForMs }) };
  for await (const path of watchFolder(watching)) await take(path);
}

/** A file may be an archive, and may be gone again. */
async function takePath(path: string, { cwd, guarded, signal, run }: WatchSettings): Promise<void> {
  using opened = new DisposableStack();
  try {
    const source = await sourceNamed(path, { cwd, guarded, signal });
    for await (const input of source.inputs(opened, run.fail)) await run.take(input);
  } catch (error) {
    if (!(error instanceof InputFault)) throw error;
    await run.fail(path, error.message);
  }
  await run.drain();
}
