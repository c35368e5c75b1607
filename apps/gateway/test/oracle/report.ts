import type { House } from './house.ts';
import type { Fault } from './law.ts';
import type { Operation } from './monolith.ts';

/** A case that failed: everything that is needed to see why, and to have it again. */
export interface Finding {
  readonly seed: number;
  readonly case: number;
  readonly mode: string;
  readonly house: House;
  readonly operation: Operation;
  readonly fault: Fault;
}

export function describeFinding({ seed, case: index, mode, house, operation, fault }: Finding): string {
  const sdls = [...house.sdls].map(([name, sdl]) => `# ${name}\n${sdl}`).join('\n\n');
  const calls = fault.calls.map(({ subgraph, body }) => `${subgraph}: ${body}`).join('\n');
  return [
    `## ${mode}: ${fault.kind}`,
    `again: npm run oracle -- --seed ${seed} --case ${index} --mode ${mode}`,
    `features: ${[...house.split.features].join(', ')}`,
    `### Operation\n${operation.query}`,
    `variables: ${JSON.stringify(operation.variables)}`,
    `### Wanted\n${JSON.stringify(fault.wanted)}`,
    `### Got\n${JSON.stringify(fault.got)}`,
    `### Calls\n${calls}`,
    `### Subgraphs\n${sdls}`,
  ].join('\n\n');
}
