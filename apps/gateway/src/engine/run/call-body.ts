import type { CallNode } from '../planner/plan.ts';

type Variables = Readonly<Record<string, unknown>>;

export interface CallBody {
  /** Those of the client's variables that the call uses, each as a member of a JSON object. */
  membersOf(variables: Variables): string[];
  /** The whole body, by the members of its variables. */
  bodyOf(members: readonly string[]): string;
}

/** What is sent for a call, with all of it that is always the same made once. */
export function compileCallBody({ document, variables: names }: Pick<CallNode, 'document' | 'variables'>): CallBody {
  const prefix = `{"query":${JSON.stringify(document)},"variables":{`;
  const variables = names.map((name) => ({ name, label: `${JSON.stringify(name)}:` }));
  return {
    membersOf(given) {
      const members: string[] = [];
      for (const { name, label } of variables) {
        const value = Object.hasOwn(given, name) ? given[name] : undefined;
        if (value !== undefined) members.push(label + JSON.stringify(value));
      }
      return members;
    },
    bodyOf: (members) => `${prefix}${members.join(',')}}}`,
  };
}
