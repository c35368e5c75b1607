import { z } from 'zod';

const count = (defaultCount: number, ceiling: number) =>
  z.coerce.number().int().min(1).max(ceiling).default(defaultCount);

/** What subscriptions may take. README.md lists them. */
export const liveSettings = {
  /** Subscriptions of clients in one process. */
  MAX_SUBSCRIPTIONS: count(20_000, 1_000_000),
  /** Of one viewer, or of one address where nobody has signed in. */
  MAX_SUBSCRIPTIONS_PER_CLIENT: count(1_000, 1_000_000),
  /** Who asks for the same shares one subscription at the subgraph. */
  SHARE_SUBSCRIPTIONS: z.enum(['on', 'off']).default('on'),
  /** A subgraph's stream that says nothing for longer, not even a heartbeat, is broken. */
  SUBSCRIPTION_SILENCE_MS: z.coerce.number().int().min(100).max(3_600_000).default(40_000),
};

type LiveEnv = Pick<
  z.infer<z.ZodObject<typeof liveSettings>>,
  'MAX_SUBSCRIPTIONS' | 'MAX_SUBSCRIPTIONS_PER_CLIENT' | 'SUBSCRIPTION_SILENCE_MS'
>;

export interface LiveSettings {
  readonly maxSubscriptions: number;
  readonly maxSubscriptionsPerClient: number;
  readonly maxSilenceMs: number;
}

export function liveSettingsOf(env: LiveEnv): LiveSettings {
  return {
    maxSubscriptions: env.MAX_SUBSCRIPTIONS,
    maxSubscriptionsPerClient: env.MAX_SUBSCRIPTIONS_PER_CLIENT,
    maxSilenceMs: env.SUBSCRIPTION_SILENCE_MS,
  };
}

/** Of a gateway alone, unless its file says otherwise. */
export const usualLiveSettings: LiveSettings = liveSettingsOf(z.object(liveSettings).parse({}));
