import type { WireInput } from './wire-input.ts';

/** What is piped into the command. */
export function standardInput(stream: AsyncIterable<Uint8Array> = process.stdin): WireInput {
  return {
    name: 'standard input',
    file: '-',
    fileName: '',
    bytes: () => stream,
    beside: async () => undefined,
  };
}
