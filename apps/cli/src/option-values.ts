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

/** '30s', '10m' as milliseconds; from a second to a day. */
export function milliseconds(value: string): number {
  const [, count, unit] = /^(\d{1,6})([smhd])$/.exec(value) ?? [];
  const seconds = Number(count) * (secondsPer[unit as keyof typeof secondsPer] ?? Number.NaN);
  if (seconds >= 1 && seconds <= secondsPer.d) return seconds * 1_000;
  throw new InvalidArgumentError('Give 30s, 10m or 1h; at most 1d.');
}

/** A number within bounds. */
export function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
    if (number >= least && number <= most) return number;
    throw new InvalidArgumentError(`Give a number from ${least} to ${most}.`);
  };
}

function valid(schema: z.ZodType<string>, value: string): string {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new InvalidArgumentError(`'${value}' ${parsed.error.issues[0]?.message}.`);
}
