import { type FragmentDefinitionNode, Kind, type OperationDefinitionNode, visit } from 'graphql';
import { Refusal } from '../errors/refusal.ts';
import type { Limit } from './limit.ts';

/** Variables that planners put into the calls that they plan. */
const reservedVariable = /^(representations$|__batch_reps_|contextualArgument_)/;

/** Response keys that planners and graphql put into answers. `__typename` itself may stand under its own name. */
const reservedAlias = /^(__|_internal_|_e\d+$)/;

/** An operation may not use the names that a plan for it is written with: it would be answered with something else. */
export const reservedNameLimit: Limit = ({ definition, fragments }) => {
  const name = reservedNameOf(definition, fragments);
  return name === null
    ? null
    : new Refusal('BAD_USER_INPUT', { message: `The name ${name} is reserved. Choose another.` });
};

function reservedNameOf(
  definition: OperationDefinitionNode,
  fragments: ReadonlyMap<string, FragmentDefinitionNode>,
): string | null {
  const variable = definition.variableDefinitions?.find((given) => reservedVariable.test(given.variable.name.value));
  if (variable) return `$${variable.variable.name.value}`;
  let reserved: string | null = null;
  visit(
    { kind: Kind.DOCUMENT, definitions: [definition, ...fragments.values()] },
    {
      Field({ alias, name }) {
        if (alias && alias.value !== name.value && reservedAlias.test(alias.value)) reserved = alias.value;
      },
    },
  );
  return reserved;
}
