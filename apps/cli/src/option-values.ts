import { languageTag, timeZoneName } from '@dateline/wire/news-item';
import { InvalidArgumentError } from 'commander';
import type { z } from 'zod';

/** 'en', 'he', 'ar-EG'. */
export const language = (value: string) => valid(languageTag, value);

/** 'Asia/Jerusalem'. */
export const timeZone = (value: string) => valid(timeZoneName, value);

/** The address of a gateway, or of its graph. */
export function gatewayUrl(value: string): string {
  if (/^https?:$/.test(URL.parse(value)?.protocol ?? '')) return value;
  throw new InvalidArgumentError('It is no http:// or https:// address.');
}

const secondsPer = { s: 1, m: 60, h: 3_600, d: 86_400 } as const;
const maxTtlSeconds = 30 * secondsPer.d;

/** '45m' as seconds, at most 30 days. */
export function ttlSeconds(value: string): number {
  const [, count, unit] = /^(\d{1,7})([smhd])$/.exec(value) ?? [];
  const seconds = Number(count) * (secondsPer[unit as keyof typeof secondsPer] ?? Number.NaN);
  if (!(seconds > 0 && seconds <= maxTtlSeconds))
    throw new InvalidArgumentError('Give 90s, 45m, 1h or 7d; at most 30d.');
  return seconds;
}

function valid(schema: z.ZodType<string>, value: string): string {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError(`'${value}' ${parsed.error.issues[0]?.message}.`);
}
