import { globSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import {
  type DocumentNode,
  Kind,
  type OperationDefinitionNode,
  OperationTypeNode,
  parse,
  print,
  type TypeNode,
  visit,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestGateway, type TestGateway } from './test-gateway.ts';

const root = join(import.meta.dirname, '../../..');
const isOurs = (path: string) => !path.includes('node_modules') && !path.includes('/modules/');
const files = globSync(['examples/queries/*.graphql', 'apps/*/src/**/*.graphql'], { cwd: root }).filter(isOurs);

interface HouseOperation {
  readonly name: string;
  readonly document: DocumentNode;
  readonly definition: OperationDefinitionNode;
}

/** Every operation that the house's own clients send. Fragments may stand in another file of the same app. */
function readOperations(): HouseOperation[] {
  const definitions = files.flatMap((file) =>
    parse(readFileSync(join(root, file), 'utf8')).definitions.map((definition) => ({ file, definition })),
  );
  const appOf = (file: string) => file.split('/').slice(0, 2).join('/');
  return definitions.flatMap(({ file, definition }) => {
    if (definition.kind !== Kind.OPERATION_DEFINITION) return [];
    const own = definitions.filter((other) => appOf(other.file) === appOf(file)).map((other) => other.definition);
    const fragments = own.filter((other) => other.kind === Kind.FRAGMENT_DEFINITION);
    const used = new Set<string>();
    const collect = (node: Parameters<typeof visit>[0]): void => {
      visit(node, {
        FragmentSpread({ name: { value } }) {
          const fragment = fragments.find(({ name }) => name.value === value);
          if (!fragment || used.has(value)) return;
          used.add(value);
          collect(fragment);
        },
      });
    };
    collect(definition);
    const document = {
      kind: Kind.DOCUMENT as const,
      definitions: [definition, ...fragments.filter(({ name }) => used.has(name.value))],
    };
    return [{ name: `${basename(dirname(file))}/${definition.name?.value}`, document, definition }];
  });
}

/** Values for the variables that must be given; lists are asked for by the fifty. */
function sampleVariables({ variableDefinitions = [] }: OperationDefinitionNode): Record<string, unknown> | null {
  const samples: Readonly<Record<string, unknown>> = {
    Int: 50,
    String: 'a',
    ID: 'a',
    LanguageTag: 'en',
    CommentSort: 'NEWEST',
    Boolean: true,
  };
  const required = variableDefinitions.filter(
    ({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue,
  );
  const values = required.map(({ variable, type }) => [variable.name.value, samples[namedOf(type)]] as const);
  return values.some(([, value]) => value === undefined) ? null : Object.fromEntries(values);
}

function namedOf(type: TypeNode): string {
  return type.kind === Kind.NAMED_TYPE ? type.name.value : namedOf(type.type);
}

describe("the house's own operations fit the limits, with room in their costs", () => {
  let gateway: TestGateway;
  beforeAll(async () => {
    gateway = await startTestGateway();
  });
  afterAll(() => gateway.close());

  it.each(readOperations())('$name', async ({ document, definition }) => {
    const variables = sampleVariables(definition);
    const answer = await gateway.ask(print(document), variables ?? {});
    const codes = answer.errors?.map(({ extensions }) => extensions['code']);
    if (definition.operation === OperationTypeNode.SUBSCRIPTION) {
      // It has passed all limits, and then wants another way of asking.
      expect(answer.errors?.[0]?.message).toContain('text/event-stream');
      return;
    }
    // An input object is not made up here: then the operation has passed all but the cost, and a mutation is cheap.
    if (variables === null) expect(codes).toEqual(['BAD_USER_INPUT']);
    // Is the graph there? That asks no subgraph, and all of them are dead here.
    else if (answer.data?.__typename) expect([answer.status, codes]).toEqual([200, undefined]);
    else expect([answer.status, ...new Set(codes)], answer.text).toEqual([200, 'SUBGRAPH_UNAVAILABLE']);
  });
});
