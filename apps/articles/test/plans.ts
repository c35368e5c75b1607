import type { Sql } from 'postgres';

/** As the service asked Postgres. */
export interface Asked {
  readonly statement: string;
  readonly parameters: readonly unknown[];
}

/** A node of a plan, as EXPLAIN (FORMAT JSON) says it. */
export interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly Plans?: readonly PlanNode[];
}

/**
 * What a statement would do with these parameters, under the settings that its transaction made (set_config): the nodes of
 * its plan, from the top.
 */
export async function planOf(
  sql: Sql,
  statement: string,
  parameters: readonly unknown[],
  settings: readonly Asked[] = [],
): Promise<PlanNode[]> {
  const rows = await sql.begin(async (transaction) => {
    for (const setting of settings) await transaction.unsafe(setting.statement, setting.parameters as string[]);
    return transaction.unsafe(`explain (format json) ${statement}`, parameters as string[], { prepare: true });
  });
  const [{ Plan: plan }] = (rows[0] as unknown as { 'QUERY PLAN': [{ Plan: PlanNode }] })['QUERY PLAN'];
  return nodesOf(plan);
}

function nodesOf(node: PlanNode): PlanNode[] {
  return [node, ...(node.Plans ?? []).flatMap(nodesOf)];
}

/** Tables of the schema with so many rows that reading all of them for a page is a fault. */
export async function bigTables(sql: Sql, minRows: number): Promise<Set<string>> {
  const rows = await sql<{ name: string }[]>`select relname as name from pg_class
    where relnamespace = 'articles'::regnamespace and relkind = 'r' and reltuples >= ${minRows}`;
  return new Set(rows.map(({ name }) => name));
}
