import type { Grants } from '../../../src/engine/authorization/requirement.ts';
import { concreteTypes, type Field, type Part } from '../../oracle/model.ts';
import type { Split } from '../../oracle/split-model.ts';
import type { Rule, Rules } from './protect.ts';

/** May who has been granted this be given a field of a type? */
export type Allowed = (type: string, field: string) => boolean;

/**
 * Says it from the world itself, and not from the supergraph: what a field is made from is known here without composition.
 */
export function allowedIn({ world, subgraphs }: Split, rules: Rules, grants: Grants): Allowed {
  const holds = (coordinate: string) => (rules.get(coordinate) ?? []).every((rule) => isMet(rule, grants));
  const known = new Map<string, boolean>();
  return allowed;

  function allowed(type: string, name: string): boolean {
    const coordinate = `${type}.${name}`;
    const before = known.get(coordinate);
    if (before !== undefined) return before;
    // In a circle of @requires nothing is added by going round.
    known.set(coordinate, true);
    const answer = decide(type, name);
    known.set(coordinate, answer);
    return answer;
  }

  function decide(type: string, name: string): boolean {
    const field = fieldOf(type, name);
    if (!field) return true;
    if (!holds(type) || !holds(`${type}.${name}`) || !holds(field.type)) return false;
    const given = world.interfaces.has(field.origin) && !isOwn(type, name) ? field.origin : null;
    if (given !== null && !holds(`${given}.${name}`)) return false;
    if (!allAllowed(given ?? type, field.requires ?? [])) return false;
    if (field.context && !(holds(field.context.type) && allowed(field.context.type, field.context.field))) return false;
    if (world.objects.has(type)) return true;
    return concreteTypes(world, type).every((concrete) => allowed(concrete, name));
  }

  /** Does a subgraph have it that knows the type? If not, one has it that knows only the interface. */
  function isOwn(type: string, name: string): boolean {
    return subgraphs.some(({ types }) => types.get(type)?.fields.has(name));
  }

  function allAllowed(type: string, parts: readonly Part[]): boolean {
    return parts.every(({ field, parts: below, on }) => {
      if (on !== undefined && !holds(on)) return false;
      const inner = fieldOf(on ?? type, field);
      return allowed(on ?? type, field) && (!below || !inner || allAllowed(inner.type, below));
    });
  }

  function fieldOf(type: string, name: string): Field | undefined {
    return world.objects.get(type)?.fields.get(name) ?? world.interfaces.get(type)?.fields.get(name);
  }
}

function isMet({ kind, alternatives }: Rule, grants: Grants): boolean {
  if (kind === 'authenticated') return grants.isAuthenticated;
  return alternatives.some((names) => names.every((name) => grants[kind].has(name)));
}
