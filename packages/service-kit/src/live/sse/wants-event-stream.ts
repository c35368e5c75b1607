const streamType = 'text/event-stream';
const jsonType = /^application\/([\w.+-]+\+)?json$/;

/**
 * Does the client want its answers as a stream of events? Only who wants that more than JSON: some clients name both in
 * every request, and read JSON then.
 */
export function wantsEventStream(accept: string | undefined): boolean {
  if (!accept || !/event-stream/i.test(accept)) return false;
  const ranges = accept.split(',').map(readRange);
  const stream = Math.max(0, ...ranges.filter(({ type }) => type === streamType).map(({ quality }) => quality));
  const json = Math.max(0, ...ranges.filter(({ type }) => jsonType.test(type)).map(({ quality }) => quality));
  return stream > json;
}

function readRange(range: string): { readonly type: string; readonly quality: number } {
  const [type = '', ...parameters] = range.split(';').map((part) => part.trim().toLowerCase());
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  const quality = given === undefined ? 1 : Number(given.slice(2));
  return { type, quality: quality >= 0 && quality <= 1 ? quality : 0 };
}
