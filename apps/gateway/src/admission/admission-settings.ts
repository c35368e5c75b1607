import { z } from 'zod';

/** Who may have a query kept under its hash. */
export const registrants = ['anyone', 'keys', 'nobody'] as const;
export type Registrant = (typeof registrants)[number];

/** Parted by commas; `none` is an empty list, for an empty variable counts as unset. */
const list = z.string().transform((text) =>
  text
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '' && item !== 'none'),
);
const networks = list.pipe(z.array(z.union([z.ipv4(), z.ipv6(), z.cidrv4(), z.cidrv6()])));
const perMinute = (defaultMax: number) => z.coerce.number().int().min(0).max(10_000_000).default(defaultMax);

/** Which requests come in, and how many. Each has a variable and a default; README.md lists them. */
export const admissionSettings = {
  /** Manifests of persisted documents. */
  PERSISTED_DOCUMENTS_FILE: list.default([]),
  /** On: who has no key is answered listed documents only. */
  SAFELIST: z.enum(['on', 'off']).default('off'),
  APQ_REGISTERING: z.enum(registrants).default('anyone'),
  CLIENT_KEYS_FILE: z.string().optional(),
  /** Proxies that are believed what they say in X-Forwarded-For. */
  TRUSTED_PROXIES: networks.default([]),
  /** Root fields a minute. 0: no limit. */
  RATE_LIMIT_PER_ADDRESS: perMinute(6_000),
  RATE_LIMIT_PER_VIEWER: perMinute(3_000),
  /** Fields of mutations a minute, of an address and of a viewer. */
  RATE_LIMIT_MUTATIONS: perMinute(120),
  /** Addresses of our own processes: nobody there is counted, but by key. */
  RATE_LIMIT_EXEMPT: networks.default(['127.0.0.0/8', '::1']),
};

/** Of a gateway alone: no limit but those that are set. */
export const aloneAdmission = {
  ...admissionSettings,
  RATE_LIMIT_PER_ADDRESS: perMinute(0),
  RATE_LIMIT_PER_VIEWER: perMinute(0),
  RATE_LIMIT_MUTATIONS: perMinute(0),
};

export type AdmissionEnv = z.infer<z.ZodObject<typeof admissionSettings>>;

/** The same, as the gateway takes it. */
export interface AdmissionSettings {
  readonly documentFiles: readonly string[];
  readonly safelist: boolean;
  readonly registering: Registrant;
  readonly keysFile: string | null;
  readonly trustedProxies: readonly string[];
  readonly rates: RateSettings;
}

/** Root fields a minute; 0 is no limit. */
export interface RateSettings {
  readonly perAddress: number;
  readonly perViewer: number;
  readonly mutations: number;
  readonly exempt: readonly string[];
}

export function admissionOf(env: AdmissionEnv): AdmissionSettings {
  return {
    documentFiles: env.PERSISTED_DOCUMENTS_FILE,
    safelist: env.SAFELIST === 'on',
    registering: env.APQ_REGISTERING,
    keysFile: env.CLIENT_KEYS_FILE ?? null,
    trustedProxies: env.TRUSTED_PROXIES,
    rates: {
      perAddress: env.RATE_LIMIT_PER_ADDRESS,
      perViewer: env.RATE_LIMIT_PER_VIEWER,
      mutations: env.RATE_LIMIT_MUTATIONS,
      exempt: env.RATE_LIMIT_EXEMPT,
    },
  };
}
