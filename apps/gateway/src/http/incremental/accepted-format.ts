import type { IncrementalFormat } from './incremental-format.ts';

/**
 * In which format a client takes an answer in parts, by its Accept header: the first that it names. `multipart/mixed` by itself is
 * understood as most servers and clients do, in the older one. Null when it takes none: then it gets the whole answer at once.
 */
export function acceptedFormat(accept: string | undefined): IncrementalFormat | null {
  // Nearly no request has it.
  if (!accept?.includes('multipart/mixed')) return null;
  for (const range of accept.split(',')) {
    const [type, ...parameters] = range.split(';').map((part) => part.trim().toLowerCase().replaceAll('"', ''));
    if (type !== 'multipart/mixed' || parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter))) continue;
    if (parameters.includes('incrementalspec=v0.2')) return 'v0.2';
    if (parameters.includes('deferspec=20220824')) return '20220824';
    // `subscriptionSpec` and whatever else may come is another protocol.
    if (!parameters.some((parameter) => /^\w+spec=/.test(parameter))) return '20220824';
  }
  return null;
}
