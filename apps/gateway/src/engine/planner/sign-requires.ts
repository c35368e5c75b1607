import { type FieldNode, type GraphQLSchema, Kind, type SelectionNode } from 'graphql';
import { entitiesField, readCallDocument } from './call-document.ts';
import { type Given, type JoinFacts, overlap, type SubgraphType } from './join-facts.ts';
import type { CallNode, EntityBatch, EntityTarget, Plan, PlanNode, Required } from './plan.ts';
import { splitBatch } from './split-batch.ts';

/** A field that a call asks of its entities, and what the subgraph requires for it. */
export interface AskedField {
  readonly type: string;
  readonly node: FieldNode;
  readonly requires: readonly Given[];
}

/**
 * Says of every field that goes into a representation with which arguments its value was asked for. Planners do not:
 * they name a response key, and under one key values of several arguments may stand. The supergraph does: what the fields
 * of the call require is written in its join__field. Where these require one field with two arguments, the call asks for
 * its entities twice, with representations of either.
 */
export function signRequires(plan: Plan, facts: JoinFacts, schema: GraphQLSchema): Plan {
  return plan && signNode(plan);

  function signNode(node: PlanNode): PlanNode {
    if (node.kind !== 'call') return { ...node, nodes: node.nodes.map(signNode) };
    const types = facts.get(node.subgraph);
    return types && node.batches.length > 0 ? signCall(node, types) : node;
  }

  function signCall(call: CallNode, types: ReadonlyMap<string, SubgraphType>): CallNode {
    const document = readCallDocument(call.document);
    const asked = new Map(
      call.batches.map(({ alias }) => [alias, askedFields(entitiesField(document, alias).selectionSet.selections, '')]),
    );
    const isPlain = [...asked.values()].every((fields) => fields.every(({ requires }) => requires.length === 0));
    if (isPlain) return call;
    const split = splitBatch(call, document, asked, schema);
    const batches = split.batches.map(({ batch, fields }): EntityBatch => {
      const wanted = fields.flatMap(({ requires }) => requires);
      return { ...batch, targets: batch.targets.map((target) => signTarget(target, wanted)) };
    });
    return { ...call, document: split.document, batches };

    function askedFields(selections: readonly SelectionNode[], type: string): AskedField[] {
      return selections.flatMap((selection): AskedField[] => {
        if (selection.kind === Kind.FIELD) return [{ type, node: selection, requires: requiresOf(selection, type) }];
        const fragment =
          selection.kind === Kind.INLINE_FRAGMENT ? selection : document.fragments.get(selection.name.value);
        if (!fragment) throw new Error('A fragment that is not there.');
        return askedFields(fragment.selectionSet.selections, fragment.typeCondition?.name.value ?? type);
      });
    }

    function requiresOf({ name }: FieldNode, type: string): Given[] {
      const known = new Set([type, ...(types.get(type)?.possible ?? [])]);
      return [...known].flatMap((possible) => {
        const requires = types.get(possible)?.fields.get(name.value)?.requires ?? [];
        return requires.map((given) => ({ ...given, on: given.on ?? possible }));
      });
    }
  }

  function signTarget(target: EntityTarget, wanted: readonly Given[]): EntityTarget {
    return { ...target, requires: signed(target.requires, wanted, null) };
  }

  function signed(required: readonly Required[], wanted: readonly Given[], on: string | null): Required[] {
    return required.map((node): Required => {
      if (node.kind === 'fragment') return { ...node, selections: signed(node.selections, wanted, node.type) };
      const matching = wanted.filter((given) => given.name === node.name && canBe(given.on, on));
      const [signature = null, ...others] = new Set(matching.map((given) => given.signature));
      if (others.length > 0) throw new Error(`${node.name} is required with different arguments at one place`);
      const below = matching.flatMap((given) => given.below);
      return { ...node, signature, selections: signed(node.selections, below, null) };
    });
  }

  function canBe(one: string | null, other: string | null): boolean {
    return one === null || other === null || overlap(one, other, schema);
  }
}
