import { readFileSync } from 'node:fs';
import { z } from 'zod';
import type { WarmOperation } from './served-graph.ts';

/** As Apollo's tools and Dateline's client write it: `format` apollo-persisted-query-manifest, version 1. */
const manifestSchema = z.object({
  format: z.literal('apollo-persisted-query-manifest'),
  version: z.literal(1),
  operations: z.array(z.object({ body: z.string().min(1), name: z.string().nullish() })).max(10_000),
});

/** The manifest is not there or is none. The message says which, and what is wrong. */
export class ManifestError extends Error {
  override readonly name = 'ManifestError';
}

/** Operations that clients are known to ask for. Throws a ManifestError. */
export function readOperationManifest(file: string): (WarmOperation & { readonly operationName: string | null })[] {
  try {
    const { operations } = manifestSchema.parse(JSON.parse(readFileSync(file, 'utf8')));
    return operations.map(({ body, name }) => ({ query: body, operationName: name ?? null }));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : (error as Error).message;
    throw new ManifestError(`The operation manifest ${file} cannot be used: ${why}`, { cause: error });
  }
}
