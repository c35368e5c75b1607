import type { Ports } from './ports.ts';

/** What a newcomer needs when the house stands: where to look, and a first query. */
export function announce(ports: Ports, { seconds, logs }: { readonly seconds: number; readonly logs: string }): void {
  const graph = `http://localhost:${ports.gateway}/graphql`;
  console.log(`
Dateline is ready (${seconds.toFixed(1)} s).

  Reader site  http://localhost:${ports.web}
  Playground   ${graph}   (in a browser)
  Feeds        http://localhost:${ports.syndication}
  Logs         ${logs}

A first query:

  curl ${graph} -H 'content-type: application/json' \\
    -d '{"query":"{ articles(first: 3) { nodes { headline publishedAt } } }"}'

Ctrl-C stops everything.`);
}
