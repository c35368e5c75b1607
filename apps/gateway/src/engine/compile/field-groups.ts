import {
  type FieldNode,
  type FragmentDefinitionNode,
  type InlineFragmentNode,
  Kind,
  type SelectionSetNode,
} from 'graphql';
import type { DeferUsage } from '../incremental/defer-usage.ts';
import { responseKey } from './positions.ts';

/** How an answer is divided into parts. */
export interface DeferRules {
  readonly usages: ReadonlyMap<InlineFragmentNode, DeferUsage>;
  /**
   * Are fields left out of a part that were in one before it? Else a part is all that its fragment asks for, whatever has
   * been given already.
   */
  readonly isWithoutRepeats: boolean;
}

/** A selection set, and the fragment under @defer that it stands in. */
export interface PlacedSet {
  readonly set: SelectionSetNode;
  readonly usage: DeferUsage | null;
}

export interface PlacedNode {
  readonly node: FieldNode;
  readonly usage: DeferUsage | null;
}

export interface FieldGroups {
  /** What is asked for now, by response key. */
  readonly fields: ReadonlyMap<string, readonly PlacedNode[]>;
  /** What is asked for later, by the fragment that asks for it first. */
  readonly deferred: readonly {
    readonly usage: DeferUsage;
    readonly isHere: boolean;
    /** Null where nothing of the object itself is asked for later, though something below it may be. */
    readonly sets: readonly PlacedSet[] | null;
  }[];
}

export interface GroupOptions {
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  /** Does a fragment on this type apply to the object? */
  readonly applies: (condition: string | undefined) => boolean;
  readonly defers: DeferRules | null;
}

/** The fields that are asked of an object, divided into those that belong to the part `current` and those that come after it. */
export function groupFields(
  sets: readonly PlacedSet[],
  current: DeferUsage | null,
  { fragments, applies, defers }: GroupOptions,
): FieldGroups {
  const nodes = new Map<string, PlacedNode[]>();
  const here = new Map<DeferUsage, PlacedSet>();
  for (const { set, usage } of sets) collect(set, usage);
  if (!defers) return { fields: nodes, deferred: [] };
  if (!defers.isWithoutRepeats) {
    return { fields: nodes, deferred: [...here].map(([usage, set]) => ({ usage, isHere: true, sets: [set] })) };
  }
  const fields = [...nodes].filter(([, asked]) => isOf(asked, current));
  return {
    fields: new Map(fields.map(([key, asked]) => [key, asked.filter(isCurrentOrLater)])),
    deferred: laterGroups(),
  };

  function collect({ selections }: SelectionSetNode, usage: DeferUsage | null): void {
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        const key = responseKey(selection);
        const known = nodes.get(key);
        if (known) known.push({ node: selection, usage });
        else nodes.set(key, [{ node: selection, usage }]);
        continue;
      }
      const fragment = selection.kind === Kind.INLINE_FRAGMENT ? selection : fragments.get(selection.name.value);
      if (!fragment || !applies(fragment.typeCondition?.name.value)) continue;
      const own = selection.kind === Kind.INLINE_FRAGMENT ? defers?.usages.get(selection) : undefined;
      if (own) here.set(own, { set: fragment.selectionSet, usage: own });
      if (!own || defers?.isWithoutRepeats) collect(fragment.selectionSet, own ?? usage);
    }
  }

  function isCurrentOrLater({ usage }: PlacedNode): boolean {
    return usage === current || firstAfter(usage, current) !== null;
  }

  function laterGroups(): FieldGroups['deferred'] {
    const later = new Map<DeferUsage, boolean>();
    for (const usage of here.keys()) if (usage.parent === current) later.set(usage, false);
    for (const asked of nodes.values()) {
      if (asked.some(({ usage }) => usage === current || isAfter(current, usage))) continue;
      for (const { usage } of asked) {
        const first = firstAfter(usage, current);
        if (first) later.set(first, true);
      }
    }
    return [...later].map(([usage, hasOwn]) => ({ usage, isHere: here.has(usage), sets: hasOwn ? sets : null }));
  }
}

/** Is the field of the part, and of none before it? */
function isOf(asked: readonly PlacedNode[], current: DeferUsage | null): boolean {
  return asked.some(({ usage }) => usage === current) && !asked.some(({ usage }) => isAfter(current, usage));
}

/** Does a part come after the other, inside of which it stands? */
function isAfter(usage: DeferUsage | null, before: DeferUsage | null): boolean {
  return usage !== before && (before === null || firstAfter(usage, before) !== null);
}

/** Of the fragments that this one stands in, itself too: the one right inside of `before`. Null when it is not inside. */
function firstAfter(usage: DeferUsage | null, before: DeferUsage | null): DeferUsage | null {
  for (let at = usage; at; at = at.parent) if (at.parent === before) return at;
  return null;
}
