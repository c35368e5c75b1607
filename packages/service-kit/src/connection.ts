import type { z } from 'zod';
import { CataloguedError } from './catalogued-error.ts';

/** Relay's paging arguments (Relay Cursor Connections, section 4). */
export interface PageArguments {
  readonly first?: number | null | undefined;
  readonly after?: string | null | undefined;
  readonly last?: number | null | undefined;
  readonly before?: string | null | undefined;
}

export type CursorValue = string | number | null;
/** The sort key of the row before the page; its last value is unique, so that no row is shown twice or skipped. */
export type Keyset = readonly CursorValue[];

/** A page, parsed: fetch `limit + 1` rows beyond `keyset`, in reverse order when `backward`. */
export interface Page {
  readonly limit: number;
  readonly backward: boolean;
  readonly keyset: Keyset | null;
  readonly order: string;
}

export interface PageBounds {
  /** Names the sort order: a cursor made under another one is refused. */
  readonly order: string;
  /** The types of its keyset, so that a forged cursor never reaches the database. */
  readonly keyset: z.ZodType<Keyset>;
  readonly defaultSize?: number;
  readonly maxSize?: number;
}

export interface Edge<Node> {
  readonly cursor: string;
  readonly node: Node;
}

export interface Connection<Node> {
  readonly edges: readonly Edge<Node>[];
  readonly nodes: readonly Node[];
  readonly pageInfo: {
    readonly hasNextPage: boolean;
    readonly hasPreviousPage: boolean;
    readonly startCursor: string | null;
    readonly endCursor: string | null;
  };
}

/** Checks and parses paging arguments. Throws BAD_USER_INPUT that names the argument and what it may be. */
export function parsePage(args: PageArguments, bounds: PageBounds): Page {
  const { order, defaultSize = 20, maxSize = 100 } = bounds;
  const backward = args.last != null || args.before != null;
  if (backward && (args.first != null || args.after != null)) {
    throw new CataloguedError('BAD_USER_INPUT', {
      message: 'Give first and after, or last and before, not both.',
      field: ['first'],
    });
  }
  const name = backward ? 'last' : 'first';
  const limit = (backward ? args.last : args.first) ?? defaultSize;
  if (limit < 1 || limit > maxSize) {
    throw new CataloguedError('BAD_USER_INPUT', { message: `${name} must be from 1 to ${maxSize}.`, field: [name] });
  }
  const cursor = (backward ? args.before : args.after) ?? null;
  return {
    limit,
    backward,
    order,
    keyset: cursor === null ? null : decodeCursor(cursor, bounds, backward ? 'before' : 'after'),
  };
}

/** Builds the connection from `limit + 1` rows as fetched for the page. */
export function toConnection<Row>(rows: readonly Row[], page: Page, keysetOf: (row: Row) => Keyset): Connection<Row> {
  const more = rows.length > page.limit;
  const shown = rows.slice(0, page.limit);
  if (page.backward) shown.reverse();
  const edges = shown.map((node) => ({ cursor: encodeCursor(keysetOf(node), page.order), node }));
  return {
    edges,
    nodes: shown,
    pageInfo: {
      hasNextPage: page.backward ? page.keyset !== null : more,
      hasPreviousPage: page.backward ? more : page.keyset !== null,
      startCursor: edges[0]?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
  };
}

export function encodeCursor(keyset: Keyset, order: string): string {
  return Buffer.from(JSON.stringify([order, ...keyset])).toString('base64url');
}

function decodeCursor(cursor: string, { order, keyset }: PageBounds, name: string): Keyset {
  const [cursorOrder, ...values] = parseArray(cursor) ?? [];
  const parsed = keyset.safeParse(values);
  if (cursorOrder !== order || !parsed.success) {
    throw new CataloguedError('BAD_USER_INPUT', { message: `${name} is not a cursor of this list.`, field: [name] });
  }
  return parsed.data;
}

function parseArray(cursor: string): unknown[] | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
