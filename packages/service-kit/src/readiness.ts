/** Answers null when well, or why not: a reason that people may read on /readyz. */
export type ReadinessCheck = () => Promise<string | null>;

export interface Readiness {
  readonly ready: boolean;
  /** What is wrong, by check. */
  readonly reasons: Readonly<Record<string, string>>;
}

/** Runs all checks at once; one that throws or takes longer than `timeoutMs` counts as failed. */
export async function checkReadiness(
  checks: Readonly<Record<string, ReadinessCheck>>,
  timeoutMs: number,
): Promise<Readiness> {
  const failures = await Promise.all(
    Object.entries(checks).map(async ([name, check]) => [name, await withinDeadline(check, timeoutMs)] as const),
  );
  const reasons = Object.fromEntries(failures.filter((failure): failure is [string, string] => failure[1] !== null));
  return { ready: Object.keys(reasons).length === 0, reasons };
}

async function withinDeadline(check: ReadinessCheck, timeoutMs: number): Promise<string | null> {
  const { promise: late, resolve } = Promise.withResolvers<string>();
  const timer = setTimeout(() => resolve(`no answer within ${timeoutMs} ms`), timeoutMs);
  try {
    return await Promise.race([check(), late]);
  } catch {
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
}
