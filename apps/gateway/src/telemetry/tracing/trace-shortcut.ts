import type { Shortcut } from '@dateline/service-kit/shortcut';
import { readTraceParent } from '@dateline/service-kit/tracing/trace-parent';
import type { Tracing } from '@dateline/service-kit/tracing/tracing';
import { serverAttributes } from './server-span.ts';

/** What is answered before the router has a span too, of the moment that it takes. */
export function traceShortcut(shortcut: Shortcut, tracing: Tracing): Shortcut {
  return {
    ...shortcut,
    answer(request, text) {
      const startMs = performance.now();
      const given = shortcut.answer(request, text);
      if (!given) return given;
      const { operationName: name, status } = given;
      const span = tracing.begin(
        {
          name: name === undefined ? 'query' : `query ${name}`,
          kind: 'server',
          attributes: {
            ...serverAttributes(request.method ?? '', shortcut.route),
            'graphql.operation.type': 'query',
            ...(name === undefined ? {} : { 'graphql.operation.name': name }),
            'dateline.cache.outcome': 'HIT',
            'http.response.status_code': status,
          },
          startMs,
        },
        readTraceParent(request.headers['traceparent']),
      );
      span.end();
      return given;
    },
  };
}
