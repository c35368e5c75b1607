/** No GraphQL name can be one of these. */
export const unnamedOperation = '(unnamed)';
export const otherOperation = '(other)';

/**
 * An operation's name as a metric's label. Clients choose names, and each is a series that lives as long as the process:
 * so it is the first so many names, and '(other)' for the rest. Those known beforehand always have their own.
 */
export function createOperationLabels(maxNames: number) {
  const known = new Set<string>();
  const met = new Set<string>();
  return {
    know(names: Iterable<string>): void {
      for (const name of names) known.add(name);
    },
    labelOf(name: string | undefined): string {
      if (name === undefined) return unnamedOperation;
      if (known.has(name) || met.has(name)) return name;
      if (met.size >= maxNames) return otherOperation;
      met.add(name);
      return name;
    },
  };
}
