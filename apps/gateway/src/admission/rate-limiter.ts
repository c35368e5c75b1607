import { hash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRedis, RateLimiterRes } from 'rate-limiter-flexible';

/** What is left in a window after some was taken. */
export interface Taken {
  readonly isWithin: boolean;
  readonly remaining: number;
  readonly msUntilReset: number;
}

/** So much in a minute, of each who is counted. */
export interface RateLimiter {
  readonly max: number;
  take(who: string, amount: number): Promise<Taken>;
}

/** Where processes count together. It throws when it cannot be reached, or takes too long. */
export interface SharedCounters {
  readonly isReady: boolean;
  eval(
    script: string,
    given: { readonly keys: readonly string[]; readonly arguments: readonly string[] },
  ): Promise<readonly number[]>;
}

export interface RateLimiterOptions {
  /** Tells this limiter's counters from the others'. */
  readonly name: string;
  readonly max: number;
  /** Null: this process counts for itself. So it does while the shared counters are away. */
  readonly shared: SharedCounters | null;
}

export const windowSeconds = 60;

/**
 * KEYS: counter. ARGV: amount, seconds. Reply, as text: what was taken until now, and the milliseconds until the window
 * ends. A counter without an end is given one.
 */
const script = `
redis.call('SET', KEYS[1], 0, 'EX', ARGV[2], 'NX')
local taken = redis.call('INCRBY', KEYS[1], ARGV[1])
local left = redis.call('PTTL', KEYS[1])
if left < 0 then
  redis.call('EXPIRE', KEYS[1], ARGV[2])
  left = 1000 * ARGV[2]
end
return {string.format('%.0f', taken), string.format('%.0f', left)}
`;

/** As many are counted apart in a window; beyond that some share a counter, so that counting cannot fill the memory. */
const maxApart = 100_000;
const maxTogether = 4_096;

export function createRateLimiter({ name, max, shared }: RateLimiterOptions): RateLimiter {
  const common = { keyPrefix: `dateline:rate:1:${name}`, points: max, duration: windowSeconds };
  const own = new RateLimiterMemory(common);
  const limiter = shared
    ? new RateLimiterRedis({
        ...common,
        storeClient: shared,
        useRedisPackage: true,
        rejectIfRedisNotReady: true,
        customIncrTtlLuaScript: script,
        // Who is over the limit is refused here until the window ends: a flood does not become one of Redis.
        inMemoryBlockOnConsumed: max + 1,
        insuranceLimiter: own,
      })
    : own;
  const counterOf = boundedNames();

  return {
    max,
    async take(who, amount) {
      try {
        return takenOf(await limiter.consume(counterOf(who), amount), true);
      } catch (refused) {
        if (refused instanceof RateLimiterRes) return takenOf(refused, false);
        throw refused;
      }
    },
  };
}

function takenOf({ remainingPoints, msBeforeNext }: RateLimiterRes, isWithin: boolean): Taken {
  return { isWithin, remaining: isWithin ? remainingPoints : 0, msUntilReset: msBeforeNext };
}

/** A name is itself as long as there are not too many within a window. */
function boundedNames(): (who: string) => string {
  let known = new Set<string>();
  let endsAt = 0;
  return (who) => {
    const now = performance.now();
    if (now >= endsAt) {
      known = new Set();
      endsAt = now + windowSeconds * 1_000;
    }
    if (known.has(who)) return who;
    if (known.size >= maxApart) return `#${Number.parseInt(hash('sha256', who).slice(0, 8), 16) % maxTogether}`;
    known.add(who);
    return who;
  };
}
