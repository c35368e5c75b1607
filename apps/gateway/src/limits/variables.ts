import { getVariableValues } from 'graphql';
import { Refusal } from '../errors/refusal.ts';
import type { Limit } from './limit.ts';

/** Variables must fit their declared types: the first that does not is named, so that a flood of faults is one error. */
export const variableLimit: Limit = ({ schema, definition, variables }) => {
  const definitions = definition.variableDefinitions ?? [];
  const { errors } = getVariableValues(schema, definitions, variables, { maxErrors: 1 });
  return errors?.[0] ? new Refusal('BAD_USER_INPUT', { message: errors[0].message }) : null;
};
