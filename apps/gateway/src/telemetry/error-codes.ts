import { z } from 'zod';
import type { PlainAnswer } from '../http/graphql-executor.ts';

const withErrors = '{"errors"';
const none: readonly string[] = [];
const errorsSchema = z.object({
  errors: z.array(z.object({ extensions: z.object({ code: z.string() }) }).catch({ extensions: { code: 'UNKNOWN' } })),
});

/**
 * The codes of an answer's errors, one for each. Both ways of writing an answer put its errors first, so one without them is
 * told by its first letters.
 */
export function errorCodesOf({ body }: Pick<PlainAnswer, 'body'>): readonly string[] {
  const begin =
    typeof body === 'string' ? body.slice(0, withErrors.length) : body.toString('latin1', 0, withErrors.length);
  if (begin !== withErrors) return none;
  const parsed = errorsSchema.safeParse(JSON.parse(errorsAlone(body)));
  return parsed.success ? parsed.data.errors.map(({ extensions }) => extensions.code) : none;
}

/** The rest of a large answer need not be read. Within a text no such quotes can stand. */
function errorsAlone(body: string | Buffer): string {
  const end = body.indexOf('],"data":') + 1;
  if (end === 0) return body.toString();
  return `${typeof body === 'string' ? body.slice(0, end) : body.toString('utf8', 0, end)}}`;
}
