/** No GraphQL name can be one of these. */
export const unnamedOperation = '(unnamed)';
export const otherOperation = '(other)';

/**
 * An operation's name as a metric's label. Clients choose names, and each is a series that lives as long as the process:
 * so it is the first so many names, and '(other)' for the rest. Those known beforehand always have their own.
 */
export function createOperationLabels(known: Iterable<string>, maxNames: number): (name: string | undefined) => string {
  const names = new Set(known);
  const max = names.size + maxNames;
  return (name) => {
    if (name === undefined) return unnamedOperation;
    if (names.has(name)) return name;
    if (names.size >= max) return otherOperation;
    names.add(name);
    return name;
  };
}
