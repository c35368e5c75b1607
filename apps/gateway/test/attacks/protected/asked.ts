import {
  buildSchema,
  type GraphQLSchema,
  isInterfaceType,
  isObjectType,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { subgraphSdl } from '../../oracle/sdl.ts';
import type { Split, Subgraph } from '../../oracle/split-model.ts';

const schemas = new WeakMap<Subgraph, GraphQLSchema>();

/** The fields that a subgraph is asked for, as `Type.field`: those of the objects that an interface stands for, too. */
export function askedFields(split: Split, name: string, query: string): ReadonlySet<string> {
  const subgraph = split.subgraphs.find((one) => one.name === name);
  if (!subgraph) throw new Error(`There is no subgraph ${name}.`);
  const schema = schemas.get(subgraph) ?? buildSchema(subgraphSdl(split, subgraph, true), { assumeValidSDL: true });
  schemas.set(subgraph, schema);
  const asked = new Set<string>();
  const types = new TypeInfo(schema);
  visit(
    parse(query),
    visitWithTypeInfo(types, {
      Field(node) {
        const parent = types.getParentType();
        if (!parent || node.name.value.startsWith('_')) return;
        if (isObjectType(parent)) asked.add(`${parent.name}.${node.name.value}`);
        if (isInterfaceType(parent)) {
          for (const { name: possible } of schema.getPossibleTypes(parent)) asked.add(`${possible}.${node.name.value}`);
        }
      },
    }),
  );
  return asked;
}
