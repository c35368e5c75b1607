/** How long the thread worked at it, in milliseconds: a busy machine makes any clock late, and no work longer. */
export function cpuMs(work: () => unknown): number {
  const before = process.threadCpuUsage();
  work();
  const { user, system } = process.threadCpuUsage(before);
  return (user + system) / 1_000;
}
