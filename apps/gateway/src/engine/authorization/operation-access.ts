import type { ClientOperation } from '../compile/variant.ts';
import type { Supergraph } from '../supergraph/supergraph.ts';
import { type Grants, nobody, type Requirement } from './requirement.ts';
import { type MayRead, markWithheld } from './withheld.ts';

/** What one viewer is given of an operation. */
export interface OperationAccess {
  /** The same for all who are given the same; empty where nothing that the operation asks for is protected. */
  readonly variant: string;
  /** Also of fields that it does not ask for; null where the supergraph protects nothing. */
  readonly mayRead: MayRead | null;
  /** Marks what is withheld. */
  restrict(operation: ClientOperation): ClientOperation;
}

/** An operation with all that its fields demand. */
export interface Guarded {
  readonly requirements: readonly Requirement[];
}

const whole = (operation: ClientOperation): ClientOperation => operation;
const open: OperationAccess = { variant: '', mayRead: null, restrict: whole };

/** @param grantsOf what who asks has to show; nothing where it is left out */
export function createAccess<Context>(
  { authorization, api }: Pick<Supergraph, 'authorization' | 'api'>,
  grantsOf: (context: Context) => Grants = () => nobody,
) {
  const unprotected: OperationAccess = authorization
    ? { ...open, mayRead: (type, field) => authorization.requirementsOf(type, field).length === 0 }
    : open;

  return {
    /** One text for all viewers who are given the same of an operation. */
    variantOf: ({ requirements }: Guarded, context: Context): string =>
      requirements.length === 0 ? '' : variantFor(requirements, grantsOf(context)),

    /** Null: for nobody signed in. */
    of({ requirements }: Guarded, asker: { readonly context: Context } | null): OperationAccess {
      if (!authorization || requirements.length === 0) return unprotected;
      const grants = asker ? grantsOf(asker.context) : nobody;
      const met = new Set(requirements.filter((requirement) => requirement.isMet(grants)));
      const mayRead: MayRead = (type, field) =>
        authorization.requirementsOf(type, field).every((requirement) => met.has(requirement));
      return {
        variant: variantFor(requirements, grants),
        mayRead,
        restrict: met.size === requirements.length ? whole : (operation) => markWithheld(operation, mayRead, api),
      };
    },
  };
}

function variantFor(requirements: readonly Requirement[], grants: Grants): string {
  return requirements.map((requirement) => Number(requirement.isMet(grants))).join('');
}
