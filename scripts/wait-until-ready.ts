/** What still has to come, by name: why it is not ready, as its /readyz says. */
export type NotReady = Readonly<Record<string, string>>;

export interface WaitOptions {
  readonly urls: Readonly<Record<string, string>>;
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}

const pauseMs = 100;

/** Asks every /readyz until all answer 200. Returns what was missing when the time was over: nothing is good. */
export async function waitUntilReady({ urls, timeoutMs, signal }: WaitOptions): Promise<NotReady> {
  const deadline = Date.now() + timeoutMs;
  let waiting: Readonly<Record<string, string>> = urls;
  let reasons: NotReady = {};
  while (Object.keys(waiting).length > 0 && Date.now() < deadline && !signal.aborted) {
    const asked = await Promise.all(
      Object.entries(waiting).map(async ([name, url]) => ({ name, url, reason: await whyNotReady(url) })),
    );
    const missing = asked.filter(({ reason }) => reason !== null);
    waiting = Object.fromEntries(missing.map(({ name, url }) => [name, url]));
    reasons = Object.fromEntries(missing.map(({ name, reason }) => [name, reason ?? '']));
    if (missing.length > 0) await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
  return reasons;
}

async function whyNotReady(url: string): Promise<string | null> {
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(5_000) });
    if (answer.status === 200) {
      await answer.body?.cancel();
      return null;
    }
    return `answered ${answer.status}: ${(await answer.text()).slice(0, 500)}`;
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
    return cause instanceof Error ? ('code' in cause && String(cause.code)) || cause.message : String(cause);
  }
}
