import { type DestinationStream, type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/** Headers and fields that may carry a secret; pino replaces their values. */
const secrets = [
  'authorization',
  'cookie',
  'token',
  'password',
  'secret',
  '*.authorization',
  '*.cookie',
  '*.token',
  '*.password',
  '*.secret',
  'headers["dateline-signature"]',
];

/** One JSON line an event on standard output; `service` on each, time as ISO 8601. */
export function createLogger(service: string, level: string, destination?: DestinationStream): Logger {
  const options = {
    base: { service },
    level,
    redact: { paths: secrets, censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  // Written at once: lines that wait are lost, or come out of order, when the process leaves.
  return pino(options, destination ?? pino.destination({ dest: 1, sync: true }));
}
