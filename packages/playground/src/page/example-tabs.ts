import type { Example } from './examples.ts';

/** What of GraphiQL's stored tabs matters here; all else is kept as it is. */
interface StoredTab {
  readonly query: string | null;
  readonly variables: string | null;
}
interface StoredTabs {
  readonly activeTabIndex: number;
  readonly tabs: readonly StoredTab[];
}

/** Each example's query as it was last offered in this browser, by name. */
export type OfferedExamples = Readonly<Record<string, string>>;

/** A new tab in the form in which GraphiQL stores it; it makes the title and the hash itself. */
export function tabOf(example: Example) {
  return {
    id: crypto.randomUUID(),
    title: operationName(example.query) ?? example.name,
    query: example.query,
    variables: example.variables,
    headers: null,
    operationName: operationName(example.query),
    response: null,
  };
}

/**
 * Brings the examples of this build into the tabs that a browser kept from an earlier visit.
 *
 * GraphiQL takes its default tabs only when nothing is stored, so a new example would never be seen. Here a new one is
 * added at the end, one that changed replaces its old text if nobody has edited it, and one that was closed stays closed.
 */
export function mergeExamples(stored: StoredTabs, offered: OfferedExamples, examples: readonly Example[]): StoredTabs {
  const tabs = stored.tabs.map((tab) => {
    const renewed = examples.find(({ name, query }) => offered[name] === tab.query && query !== tab.query);
    return renewed ? { ...tab, query: renewed.query, variables: renewed.variables } : tab;
  });
  const added = examples.filter(({ name }) => !(name in offered)).map(tabOf);
  return { ...stored, tabs: [...tabs, ...added] };
}

const tabsKey = 'graphiql:tabState';
const offeredKey = 'dateline:offered-examples';

/**
 * Does the above on the browser's storage, before GraphiQL reads it. Returns what the editors begin with: GraphiQL itself
 * would show the first tab without its variables, and a renewed one with its old text.
 */
export function storeExamples(storage: Storage, examples: readonly Example[]): { query: string; variables: string } {
  const stored = readJson<StoredTabs>(storage, tabsKey);
  const offered = readJson<OfferedExamples>(storage, offeredKey) ?? {};
  const kept = stored && Array.isArray(stored.tabs) ? mergeExamples(stored, offered, examples) : undefined;
  if (kept) storage.setItem(tabsKey, JSON.stringify(kept));
  storage.setItem(offeredKey, JSON.stringify(Object.fromEntries(examples.map(({ name, query }) => [name, query]))));
  const open = kept ? kept.tabs[kept.activeTabIndex] : examples[0];
  return { query: open?.query ?? '', variables: open?.variables ?? '' };
}

function readJson<T>(storage: Storage, key: string): T | undefined {
  try {
    return (JSON.parse(storage.getItem(key) ?? 'null') as T | null) ?? undefined;
  } catch {
    return undefined; // Somebody else's text under our key: GraphiQL starts from its default tabs then.
  }
}

function operationName(query: string): string | null {
  return /^(?:query|mutation|subscription)\s+(\w+)/m.exec(query)?.[1] ?? null;
}
