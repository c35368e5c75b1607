import {
  type ASTNode,
  type ASTVisitor,
  type DirectiveNode,
  GraphQLError,
  Kind,
  OperationTypeNode,
  type ValidationContext,
  visit,
} from 'graphql';

/**
 * What a document with @defer must keep to beside the rules that graphql has: labels are constant and unique, a mutation
 * does all that it does before it answers, and the answers of a subscription are whole.
 *
 * @see https://github.com/graphql/graphql-js/tree/17.x.x/src/validation/rules (DeferStreamDirective…)
 */
export function deferRule(context: ValidationContext): ASTVisitor {
  const labels = new Set<string>();
  const report = (message: string, nodes: ASTNode) => context.reportError(new GraphQLError(message, { nodes }));
  return {
    OperationDefinition(node) {
      if (node.operation !== OperationTypeNode.SUBSCRIPTION) return;
      for (const definition of [node, ...context.getRecursivelyReferencedFragments(node)]) {
        visit(definition, {
          Directive(directive) {
            if (isDefer(directive) && !mayBeOff(directive))
              report('@defer cannot be used in a subscription.', directive);
          },
        });
      }
    },
    Directive(node) {
      if (!isDefer(node)) return;
      const label = node.arguments?.find(({ name }) => name.value === 'label')?.value;
      if (label?.kind === Kind.VARIABLE) report('The label of a @defer must be a constant.', node);
      if (label?.kind === Kind.STRING) {
        if (labels.has(label.value)) report('The labels of @defer must be unique.', node);
        labels.add(label.value);
      }
      const mutation = context.getSchema().getMutationType();
      if (mutation && context.getParentType() === mutation) {
        report('@defer cannot be used at the root of a mutation: all its fields are done first.', node);
      }
    },
  };
}

function isDefer({ name }: DirectiveNode): boolean {
  return name.value === 'defer';
}

/** Is it switched off, or might a variable do so? */
function mayBeOff({ arguments: given = [] }: DirectiveNode): boolean {
  const value = given.find(({ name }) => name.value === 'if')?.value;
  return value?.kind === Kind.VARIABLE || (value?.kind === Kind.BOOLEAN && !value.value);
}
