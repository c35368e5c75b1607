import { z } from 'zod';

const atMost = (defaultMax: number, ceiling: number) => z.coerce.number().int().min(1).max(ceiling).default(defaultMax);

/** What one request may be: each has a variable, a default and a ceiling. README.md lists them. */
export const limitSettings = {
  /** After inflation; compressed requests are refused. */
  MAX_BODY_BYTES: atMost(100_000, 10_000_000),
  /** The same for who has the role EDITOR: a story of a wire may be long, and they come in batches. */
  MAX_EDITOR_BODY_BYTES: atMost(1_000_000, 10_000_000),
  /** Brackets inside brackets in the request's JSON. */
  MAX_JSON_DEPTH: atMost(64, 500),
  MAX_TOKENS: atMost(1_000, 5_000),
  MAX_VALIDATION_ERRORS: atMost(5, 100),
  /** Fields and fragments once all fragments are spread. */
  MAX_RECURSIVE_SELECTIONS: atMost(2_000, 100_000),
  MAX_DEPTH: atMost(12, 100),
  MAX_INTROSPECTION_DEPTH: atMost(20, 100),
  /** Counted where fragments are spread, `__typename` included. */
  MAX_ALIASES: atMost(15, 1_000),
  MAX_DIRECTIVES: atMost(20, 1_000),
  /** Of a query. */
  MAX_ROOT_FIELDS: atMost(15, 1_000),
  /** Of a mutation: many in a request would go round every limit that counts requests. */
  MAX_MUTATION_FIELDS: atMost(1, 100),
  /** Objects that the operation may ask for at most. */
  MAX_COST: atMost(10_000, 1_000_000),
};

export type LimitSettings = { readonly [Name in keyof typeof limitSettings]: number };
