import { type ErrorCode, isErrorCode } from '@dateline/service-kit/error-catalogue';
import { masked } from '@dateline/service-kit/format-error';
import type { GraphQLFormattedError } from 'graphql';
import { z } from 'zod';
import { SubgraphFailure } from './subgraph-failure.ts';

/** Codes that a subgraph says to the client rather than to us: their message and field are meant for people outside. */
const clientFacing: ReadonlySet<string> = new Set([
  'BAD_USER_INPUT',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'NOT_READY',
  'CURSOR_TOO_OLD',
  'TOO_COSTLY',
]);

export function isClientFacing(code: unknown): code is ErrorCode {
  return isErrorCode(code) && clientFacing.has(code);
}

/** More than this from one fetch tell a client nothing new. */
const maxErrors = 20;
const maxMessageLength = 300;

const errorsSchema = z.array(
  z.object({
    message: z.string(),
    path: z.array(z.union([z.string(), z.number().int().min(0)])).optional(),
    extensions: z
      .object({ code: z.string().optional(), field: z.array(z.string().max(100)).max(20).optional() })
      .optional(),
  }),
);

type SubgraphError = z.infer<typeof errorsSchema>[number];

/** Throws a SubgraphFailure when what a subgraph calls errors are none. */
function parseErrors(errors: unknown): readonly SubgraphError[] {
  const parsed = errorsSchema.safeParse(errors ?? []);
  if (!parsed.success) throw new SubgraphFailure('SUBGRAPH_ERROR', "the answer's errors are not of their shape");
  return parsed.data;
}

/** What of a subgraph's errors may leave: a client-facing one with its words, any other as one masked word. */
export function publicErrors(errors: unknown, subgraph: string): GraphQLFormattedError[] {
  return parseErrors(errors)
    .slice(0, maxErrors)
    .map(({ message, path, extensions }) => {
      const place = path ? { path } : {};
      const code = extensions?.code;
      if (!isClientFacing(code)) return masked('SUBGRAPH_ERROR', place, { subgraph });
      const field = extensions?.field;
      return {
        message: message.slice(0, maxMessageLength),
        ...place,
        extensions: { code, ...(field ? { field } : {}), subgraph },
      };
    });
}
