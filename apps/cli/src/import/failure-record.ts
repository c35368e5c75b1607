import { type ImportFailureInput, RecordImportFailuresDocument } from '../__generated__/operations.ts';
import { CommandFault, InputFault } from '../faults.ts';
import type { Gateway } from '../gateway.ts';

export interface FailureRecord {
  keep(failure: ImportFailureInput): Promise<void>;
  drain(): Promise<void>;
  /** The same with little patience, when the run is over whatever comes of it. */
  save(): Promise<void>;
}

interface RecordSettings {
  readonly gateway: () => Promise<Gateway>;
  /** The same, with little patience. */
  readonly hurried: () => Promise<Gateway>;
  readonly maxBytes: number;
  readonly onFault: (line: string) => void;
}

const maxAtOnce = 50;

function byteLength(failure: ImportFailureInput): number {
  return Buffer.byteLength(JSON.stringify(failure));
}

/** Keeps what could not be imported where `--retry` finds it. Where it cannot be kept that is told, and is no failure. */
export function createFailureRecord({ gateway, hurried, maxBytes, onFault }: RecordSettings): FailureRecord {
  let kept: ImportFailureInput[] = [];
  let bytes = 0;
  async function send(through: () => Promise<Gateway>): Promise<void> {
    const inputs = kept;
    kept = [];
    bytes = 0;
    if (inputs.length === 0) return;
    try {
      await (await through()).send(RecordImportFailuresDocument, { inputs });
    } catch (error) {
      if (!(error instanceof InputFault || error instanceof CommandFault)) throw error;
      const many = inputs.length === 1 ? 'The failure' : `The ${inputs.length} failures`;
      onFault(`${many} named above could not be kept for --retry: ${error.message}`);
    }
  }
  return {
    async keep(whole) {
      // What the gateway would not take with its text is kept without: file and place find it again.
      const fits = byteLength(whole) <= maxBytes;
      const failure = fits ? whole : { ...whole, payload: undefined };
      const size = byteLength(failure);
      if (kept.length >= maxAtOnce || bytes + size > maxBytes) await send(gateway);
      kept.push(failure);
      bytes += size;
    },
    drain: () => send(gateway),
    save: () => send(hurried),
  };
}
