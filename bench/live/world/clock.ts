/** Milliseconds of the machine's own clock, which is one for all its processes and never goes back. */
export function machineMs(): number {
  return Number(process.hrtime.bigint()) / 1_000_000;
}
