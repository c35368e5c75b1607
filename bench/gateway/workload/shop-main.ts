// The shop's four subgraphs in one process: each request is executed once.
import { execute, type GraphQLSchema, parse } from 'graphql';
import { z } from 'zod';
import { readBenchmarkSample } from './benchmark-sample.ts';
import { serveReplayed } from './serve-replayed.ts';
import { buildShopSchemas } from './shop-schemas.ts';

const requestSchema = z.object({
  query: z.string(),
  operationName: z.string().nullish(),
  variables: z.record(z.string(), z.unknown()).nullish(),
});

async function executeRequest(schema: GraphQLSchema, body: string) {
  const { query, operationName, variables } = requestSchema.parse(JSON.parse(body));
  const answer = await execute({
    schema,
    document: parse(query),
    operationName: operationName ?? null,
    variableValues: variables ?? {},
    contextValue: {},
  });
  return { body: JSON.stringify(answer) };
}

const schemas = Object.entries(buildShopSchemas(readBenchmarkSample()));
await serveReplayed(
  Object.fromEntries(schemas.map(([name, schema]) => [name, (body: string) => executeRequest(schema, body)])),
);
