import type { GraphQLSchema } from 'graphql';
import type { PlanProgram } from '../compile/positions.ts';
import { compileCallBody } from './call-body.ts';
import { compileResume, type Resume } from './resume.ts';

/** How a subscription's events are asked for. */
export interface Opening {
  readonly subgraph: string;
  body(variables: Readonly<Record<string, unknown>>): string;
  /** Null where the source has no places to go on from. */
  readonly resume: Resume | null;
}

/** The opening of a plan for a subscription; null for any other plan. */
export function compileOpening({ calls: [call] }: PlanProgram, schema: GraphQLSchema): Opening | null {
  if (call?.node.operation !== 'subscription') return null;
  const { membersOf, bodyOf } = compileCallBody(call.node);
  return {
    subgraph: call.node.subgraph,
    body: (variables) => bodyOf(membersOf(variables)),
    resume: compileResume(call.node, schema),
  };
}
