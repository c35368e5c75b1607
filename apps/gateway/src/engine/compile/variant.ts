import {
  type DirectiveNode,
  type DocumentNode,
  type FragmentDefinitionNode,
  Kind,
  type OperationDefinitionNode,
  type SelectionNode,
  type SelectionSetNode,
} from 'graphql';
import { eachSelection } from './each-selection.ts';

/** A valid document with the one operation of it that is asked for. */
export interface ClientOperation {
  readonly definition: OperationDefinitionNode;
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
}

/** The variables that @skip and @include depend on, in the order in which they are first met. */
export function conditionVariables(operation: ClientOperation): readonly string[] {
  const names = new Set<string>();
  eachSelection(operation, ({ directives }) => {
    for (const { condition } of conditionsOf(directives)) if (typeof condition === 'string') names.add(condition);
  });
  return [...names];
}

/**
 * The operation as it stands for one choice of @skip and @include: without them, and without what they leave out. So a
 * plan, and the code made of it, has no conditions.
 */
export function withoutConditions(
  { definition, fragments }: ClientOperation,
  isTrue: (variable: string) => boolean,
): ClientOperation {
  const isIncluded = ({ directives }: SelectionNode) =>
    conditionsOf(directives).every(({ wanted, condition }) =>
      typeof condition === 'string' ? isTrue(condition) === wanted : condition === wanted,
    );
  const ofSet = (set: SelectionSetNode): SelectionSetNode => ({
    ...set,
    selections: set.selections.filter(isIncluded).map((selection) => {
      const directives = (selection.directives ?? []).filter(({ name }) => !isCondition(name.value));
      return selection.kind === Kind.FRAGMENT_SPREAD || !selection.selectionSet
        ? { ...selection, directives }
        : { ...selection, directives, selectionSet: ofSet(selection.selectionSet) };
    }),
  });
  return {
    definition: { ...definition, selectionSet: ofSet(definition.selectionSet) },
    fragments: new Map(
      [...fragments].map(([name, fragment]) => [name, { ...fragment, selectionSet: ofSet(fragment.selectionSet) }]),
    ),
  };
}

/** The document of an operation and the fragments that it uses. */
export function documentOf({ definition, fragments }: ClientOperation): DocumentNode {
  return { kind: Kind.DOCUMENT, definitions: [definition, ...fragments.values()] };
}

interface Condition {
  /** @include wants true, @skip wants false. */
  readonly wanted: boolean;
  /** The name of a variable, or the value itself. */
  readonly condition: string | boolean;
}

const isCondition = (name: string): boolean => name === 'skip' || name === 'include';

function conditionsOf(directives: readonly DirectiveNode[] = []): Condition[] {
  return directives
    .filter(({ name }) => isCondition(name.value))
    .map(({ name, arguments: given }) => {
      const value = given?.[0]?.value;
      return {
        wanted: name.value === 'include',
        condition: value?.kind === Kind.VARIABLE ? value.name.value : value?.kind === Kind.BOOLEAN && value.value,
      };
    });
}
